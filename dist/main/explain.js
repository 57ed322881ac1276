const require_index = require("./index.js"), TLS = /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_|ERR_SSL_|EPROTO$)/, NOT_TLS = /^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|EPROTO)$/, PLAIN = {
	ECONNREFUSED: "refused the connection: nothing listens there",
	ECONNRESET: "reset the connection",
	UND_ERR_SOCKET: "closed the connection before it had answered",
	UND_ERR_CONNECT_TIMEOUT: "did not take the connection in time",
	UND_ERR_HEADERS_TIMEOUT: "did not answer in time",
	UND_ERR_BODY_TIMEOUT: "did not finish its answer in time",
	ENOTFOUND: "was not found: the host name has no address",
	EAI_AGAIN: "was not found: the name server gave no answer"
};
function explainStatus({ status, location, isAuthorized }) {
	let retryable = status >= 500 || status === 408 || status === 425 || status === 429;
	return new require_index.Y(`${explainNumber({
		status,
		location,
		isAuthorized
	})} (HTTP ${status}).${cure(status)}`, {
		retryable,
		code: `HTTP_${status}`
	});
}
function explainNumber({ status, location, isAuthorized }) {
	return status === 401 && !isAuthorized ? "asks for credentials and none were given" : status === 401 ? "did not accept the credentials given" : status === 403 ? isAuthorized ? "forbids these credentials to read" : "forbids reading without credentials" : status === 404 || status === 405 ? "has no render API at this address" : status >= 300 && status < 400 ? `sends the question elsewhere${formatLocation(location)}` : "did not answer the question";
}
function cure(status) {
	return status === 401 || status === 403 ? " Give a token, or a user and password, that may read there." : status === 404 || status === 405 ? " Give the address that \"/render\" follows." : status >= 300 && status < 400 ? " Credentials are never sent on: give the final address, or credentials if that is a page to log in." : "";
}
function formatLocation(location) {
	if (location === null || !URL.canParse(location)) return "";
	let { protocol, host, pathname } = new URL(location);
	return `, to ${protocol}//${host}${pathname.slice(0, 100)}`;
}
function explainFailure(error) {
	let cause = error instanceof Error && error.cause !== void 0 ? error.cause : error, code = findCode(cause), ending = code === void 0 ? "." : ` (${code}).`, fail = (message, retryable) => new require_index.Y(message, {
		retryable,
		code,
		cause
	});
	if (code !== void 0 && NOT_TLS.test(code)) return fail(`does not speak TLS${ending} Check the port, or give an address with http://.`, !1);
	if (code !== void 0 && TLS.test(code)) return fail(`has a certificate that does not prove whose it is${ending} Correct the address; if an authority of your own signed it, name its file in NODE_EXTRA_CA_CERTS.`, !1);
	if (code?.startsWith("HPE_")) return fail(`does not speak HTTP${ending} Check the port, or give an address with https://.`, !1);
	let known = code === void 0 ? void 0 : PLAIN[code];
	return fail(known === void 0 ? `could not be asked${ending}` : `${known}${ending}`, !0);
}
function findCode(cause) {
	if (typeof cause != "object" || !cause) return;
	if ("code" in cause && typeof cause.code == "string" && cause.code !== "") return cause.code;
	let [first] = cause instanceof AggregateError ? cause.errors : [];
	return findCode(first);
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return explainStatus;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return explainFailure;
	}
});
