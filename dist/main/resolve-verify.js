// src/options/resolve-verify.ts
function resolveVerify(options, timeoutMs, faults) {
	let url = resolveUrl(options.graphiteUrl ?? "", faults), authorization = resolveAuthorization(options, faults);
	if (url !== void 0) return {
		access: {
			url,
			...authorization === void 0 ? {} : { authorization }
		},
		timeoutMs
	};
}
function resolveUrl(text, faults) {
	let location = "graphite-url", url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) {
		let rule = text === "" ? "verify needs it" : "it is an http or https URL";
		faults.add({
			location,
			rule,
			value: text,
			cure: "Write it like https://graphite.example.com."
		});
	} else if (url.username !== "" || url.password !== "") faults.add({
		location,
		rule: "it holds no password",
		cure: "Use graphite-user and graphite-password."
	});
	else return url;
}
function resolveAuthorization(options, faults) {
	let { graphiteUser: user = "", graphitePassword: password = "", graphiteToken: token = "" } = options;
	if (token !== "" && (user !== "" || password !== "")) faults.add({
		location: "graphite-token",
		rule: "it stands instead of a user and a password",
		cure: "Keep one."
	});
	else {
		if (token !== "") return checkHeader(`Bearer ${token}`, "graphite-token", faults);
		if (user !== "" || password !== "") return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
	}
}
function checkHeader(header, location, faults) {
	if (/^[\x20-\x7e]+$/.test(header)) return header;
	faults.add({
		location,
		rule: "it is printable ASCII",
		cure: "Is a line break left at its end?"
	});
}
exports.resolveVerify = resolveVerify;
