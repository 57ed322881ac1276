// src/collect/job/name-steps.ts
const RUN = /^(Pre |Post )?Run (?=.*\S)/s, ACTION_WITH_REF = /^((?:Pre |Post )?[\w.-]+(?:\/[\w.-]+)+)@.+$/s;
function nameSteps(names) {
	let taken = new Set(), numbers = new Map();
	return names.map((name) => {
		let own = nameStep(name), given = own;
		for (let number = numbers.get(own) ?? 2; taken.has(given); number += 1) given = `${own}_${number}`, numbers.set(own, number + 1);
		return taken.add(given), given;
	});
}
function nameStep(name) {
	return cutToCharacters(name.trim().replace(RUN, "$1").replace(ACTION_WITH_REF, "$1").trim()) || "unnamed";
}
function cutToCharacters(text) {
	return [...text.slice(0, 120)].slice(0, 60).join("");
}
Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return nameSteps;
	}
});
