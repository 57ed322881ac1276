const require_publish_command = require("./publish-command.js");
exports.computeSizes = require_publish_command.l, exports.parseSizes = require_publish_command.u;
