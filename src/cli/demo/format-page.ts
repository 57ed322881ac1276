/** A job summary as a page: GitHub's Markdown as far as a summary without diagrams uses it. It has no script. */
export function formatPage(summary: string): string {
  const blocks = summary.split('\n\n').map((block) => block.replace(/^#### (.*)$/, '<h4>$1</h4>'));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Job summary</title>
<style>
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; }
  h3 { border-bottom: 1px solid #8884; padding-bottom: .3em; }
  table { border-collapse: collapse; margin-bottom: 1rem; }
  th, td { border: 1px solid #8886; padding: .3em .8em; }
  code { font-size: 13px; padding: .1em .3em; border-radius: 4px; background: #8882; }
</style>
${blocks.join('\n')}
</html>
`;
}
