let node_fs = require("node:fs");
async function countLines(file) {
	let lines = 0, last = 10;
	try {
		for await (let chunk of (0, node_fs.createReadStream)(file)) {
			for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
			last = chunk.at(-1) ?? last;
		}
	} catch (error) {
		if (error instanceof Error && "code" in error) return;
		throw error;
	}
	return last === 10 ? lines : lines + 1;
}
exports.countLines = countLines;
