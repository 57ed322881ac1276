// \0@oxc-project+runtime@0.156.0/helpers/esm/usingCtx.js
function _usingCtx() {
	var r = typeof SuppressedError == "function" ? SuppressedError : function(r, e) {
		var n = Error();
		return n.name = "SuppressedError", n.error = r, n.suppressed = e, n;
	}, e = {}, n = [];
	function using(r, e) {
		if (e != null) {
			if (Object(e) !== e) throw TypeError("using declarations can only be used with objects, functions, null, or undefined.");
			if (r) var o = e[Symbol.asyncDispose || Symbol.for("Symbol.asyncDispose")];
			if (o === void 0 && (o = e[Symbol.dispose || Symbol.for("Symbol.dispose")], r)) var t = o;
			if (typeof o != "function") throw TypeError("Object is not disposable.");
			t && (o = function() {
				try {
					t.call(e);
				} catch (r) {
					return Promise.reject(r);
				}
			}), n.push({
				v: e,
				d: o,
				a: r
			});
		} else r && n.push({
			d: e,
			a: r
		});
		return e;
	}
	return {
		e,
		u: using.bind(null, !1),
		a: using.bind(null, !0),
		d: function() {
			var o, t = this.e, s = 0;
			function next() {
				for (; o = n.pop();) try {
					if (!o.a && s === 1) return s = 0, n.push(o), Promise.resolve().then(next);
					if (o.d) {
						var r = o.d.call(o.v);
						if (o.a) return s |= 2, Promise.resolve(r).then(next, err);
					} else s |= 1;
				} catch (r) {
					return err(r);
				}
				if (s === 1) return t === e ? Promise.resolve() : Promise.reject(t);
				if (t !== e) throw t;
			}
			function err(n) {
				return t = t === e ? n : new r(n, t), next();
			}
			return next();
		}
	};
}
Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return _usingCtx;
	}
});
