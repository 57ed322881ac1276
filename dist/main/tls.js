let node_net = require("node:net"), node_tls = require("node:tls");
// src/send/tls.ts
function connectTls(target, tls) {
	let { ca, cert, key } = tls, serverName = tls.serverName ?? target.host ?? "";
	return (0, node_tls.connect)({
		...target,
		...ca === void 0 ? {} : { ca },
		...cert === void 0 ? {} : { cert },
		...key === void 0 ? {} : { key },
		...(0, node_net.isIP)(serverName) === 0 ? { servername: serverName } : {},
		rejectUnauthorized: !0,
		checkServerIdentity: (_, certificate) => (0, node_tls.checkServerIdentity)(serverName, certificate)
	});
}
exports.connectTls = connectTls;
