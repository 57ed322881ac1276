// src/options/resolve-tls.ts
function resolveTls(options, isOn, faults) {
	let given = {
		"tls-ca": toGiven(options.tlsCa),
		"tls-cert": toGiven(options.tlsCert),
		"tls-key": toGiven(options.tlsKey),
		"tls-server-name": toGiven(options.tlsServerName)
	};
	if (isOn) {
		if (given["tls-cert"] === void 0 != (given["tls-key"] === void 0)) {
			let [location, other] = given["tls-cert"] === void 0 ? ["tls-cert", "tls-key"] : ["tls-key", "tls-cert"];
			faults.add({
				location,
				rule: `it is needed with ${other}`,
				cure: "Give both or neither."
			});
		}
		return {
			ca: given["tls-ca"],
			cert: given["tls-cert"],
			key: given["tls-key"],
			serverName: given["tls-server-name"]
		};
	}
	for (let [location, value] of Object.entries(given)) value !== void 0 && faults.add({
		location,
		rule: "it needs tls",
		cure: "Turn tls on."
	});
}
function toGiven(text) {
	return text === "" ? void 0 : text;
}
exports.resolveTls = resolveTls;
