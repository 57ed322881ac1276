const require_index = require("./index.js"), require_read_text = require("./read-text.js");
let node_tls = require("node:tls"), node_crypto = require("node:crypto");
// src/read/pem.ts
const CURE = "Give PEM text, or the path of a PEM file.";
async function readPems(written, faults) {
	let before = faults.count, config = {
		ca: await readPem(written.ca, "tls-ca", faults),
		cert: await readPem(written.cert, "tls-cert", faults),
		key: await readPem(written.key, "tls-key", faults),
		serverName: written.serverName
	};
	return faults.count === before && checkTls(config, written, faults), config;
}
async function readPem(value, location, faults) {
	if (value === void 0 || value.includes("-----BEGIN ")) return value;
	try {
		return await require_read_text.n(value, location);
	} catch (error) {
		if (!(error instanceof require_index.J)) throw error;
		let shown = /[A-Za-z0-9+/=]{40}|\s/.test(value) ? {} : { value };
		for (let { rule } of error.faults) faults.add({
			location,
			rule,
			...shown,
			cure: CURE
		});
		return;
	}
}
function checkTls({ ca, cert, key }, written, faults) {
	let checks = [
		{
			location: "tls-ca",
			from: written.ca,
			check: () => ca !== void 0 && readCertificates(ca)
		},
		{
			location: "tls-cert",
			from: written.cert,
			check: () => cert !== void 0 && readCertificates(cert)
		},
		{
			location: "tls-key",
			from: written.key,
			check: () => cert !== void 0 && key !== void 0 && (0, node_tls.createSecureContext)({
				cert,
				key
			})
		}
	];
	for (let { location, from, check } of checks) try {
		check();
	} catch (error) {
		let shown = from === void 0 || from.includes("-----BEGIN ") ? {} : { value: from }, rule = `it is not the PEM that is needed (${error.message})`;
		faults.add({
			location,
			rule,
			...shown,
			cure: CURE
		});
		return;
	}
}
function readCertificates(pem) {
	let blocks = pem.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? [];
	if (blocks.length === 0) throw Error("no certificate");
	for (let block of blocks) new node_crypto.X509Certificate(block);
}
exports.readPems = readPems;
