/** What to do about a path that only a shell would understand: a file or folder named `~` is never meant. */
export function cureShellPath(path: string): string | undefined {
  if (/^~(?:$|[\\/]|\w+[\\/])/.test(path))
    return 'Write the whole path: "~" is the home folder for a shell only.';
  if (/^["']?(?:\$\w|\$\{|%\w+%)/.test(path)) return 'Write the whole path: no variable is filled in here.';
  return undefined;
}
