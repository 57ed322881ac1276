"use strict";
exports.id = 591;
exports.ids = [591];
exports.modules = {

/***/ 591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findFiles: () => (/* binding */ findFiles)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/read/file-patterns.js
/**
 * Reads patterns as the inputs of GitHub's own actions are read: the last that matches a file decides, so `!` takes away
 * only from what stands above it; `!!` is none; `#` begins a comment (`./#name` is a file).
 */
function parsePatterns(lines) {
    const patterns = lines.map(parseLine).filter(({ pattern }) => pattern !== '' && !pattern.startsWith('#'));
    return patterns.flatMap(({ pattern, isExclusion }, index) => {
        if (isExclusion)
            return [];
        const below = patterns.slice(index + 1).filter((later) => later.isExclusion);
        return [{ pattern, excluded: below.map((later) => later.pattern) }];
    });
}
/** A pattern as an absolute one. On Windows a backslash is a slash, elsewhere it escapes. */
function toAbsolutePattern(pattern, roots, platform = process.platform) {
    const isWindows = platform === 'win32';
    const slashed = toSlashes(pattern, platform);
    if (slashed === '~' || slashed.startsWith('~/'))
        return `${roots.home}${slashed.slice(1)}`;
    const isAbsolute = slashed.startsWith('/') || (isWindows && /^[A-Za-z]:\//.test(slashed));
    return isAbsolute ? slashed : `${roots.folder}/${slashed}`;
}
/** A path or pattern with slashes only: elsewhere than on Windows a backslash is no separator. */
function toSlashes(pattern, platform = process.platform) {
    return platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}
function parseLine(line) {
    const text = line.trim();
    const marks = /^(?:!\s*)*/.exec(text)?.[0] ?? '';
    const isExclusion = marks.replace(/\s/g, '').length % 2 === 1;
    return { pattern: text.slice(marks.length), isExclusion };
}

// EXTERNAL MODULE: ./.cache/bundle/read/found-file.js
var found_file = __webpack_require__(3178);
;// CONCATENATED MODULE: ./.cache/bundle/read/link-fence.js


/**
 * Decides which links may be followed to a file, because whoever proposes a change can commit a link:
 *
 * 1. What really lies in the workspace may be read, whatever links lead there.
 * 2. What lies elsewhere, on a path that goes through the workspace, may not: only a link in it can lead out.
 * 3. A path that never touches the workspace was written by the workflow's author (`/tmp/reports/*.xml`, `../out/a.xml`).
 *    Links up to its base are his own; what lies below the base's real folder may be read, what links lead to from
 *    there may not.
 */
class LinkFence {
    #workspace;
    constructor(realWorkspace) {
        this.#workspace = realWorkspace;
    }
    /** The fence around the CI's workspace where the folder lies in it, else around the folder. */
    static async around(folder, workspace) {
        const inner = await external_node_fs_.promises.realpath(folder);
        const outer = workspace === undefined ? undefined : await external_node_fs_.promises.realpath(workspace).catch(() => undefined);
        return new LinkFence(outer !== undefined && isInside(inner, outer) ? outer : inner);
    }
    async admits({ path, realPath, base }) {
        if (isInside(realPath, this.#workspace))
            return true;
        // Judged by what each folder really is: the workspace may have several names (/tmp is /private/tmp on macOS).
        for (const folder of listAncestors(path)) {
            if (isInside(await external_node_fs_.promises.realpath(folder), this.#workspace))
                return false;
        }
        return isInside(realPath, await external_node_fs_.promises.realpath(base));
    }
}
/** Whether a path is a folder or lies in it, both absolute and without links. Windows compares without case. */
function isInside(path, folder, paths = external_node_path_) {
    const way = paths.relative(folder, path);
    return way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}
function listAncestors(path) {
    const parent = external_node_path_.dirname(path);
    return parent === path ? [] : [parent, ...listAncestors(parent)];
}

;// CONCATENATED MODULE: ./.cache/bundle/read/walk-folders.js



/** Enough for every sensible layout; without a bound, folders that link to each other have more paths than atoms. */
const MAX_VISITS = 16;
/** Walks folders as patterns tell. Within a fence links count as nothing, but in what a pattern names before its first wildcard. */
async function walkFolders(walk) {
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const lister = new FolderLister(walk.fence);
    const found = await glob([...walk.patterns], toGlobOptions({ ...walk, fs: lister.adapter }));
    const paths = found.map((path) => (0,external_node_path_.resolve)(path)).sort();
    const files = new Map(paths.map((path) => [path, lister.realPathOf(path)]));
    return { files, fencedOff: lister.fencedOff, unreadable: lister.unreadable };
}
/** From the root of the drive every pattern and exclusion is plain, wherever it points. */
function toGlobOptions(given) {
    return {
        cwd: (0,external_node_path_.parse)(given.anchor).root,
        ignore: [...given.excluded],
        fs: given.fs,
        absolute: true,
        dot: true,
        expandDirectories: false,
        followSymbolicLinks: false,
        caseSensitiveMatch: process.platform !== 'win32',
    };
}
/** A path as the pattern that matches it alone. */
async function escapePath(path) {
    const { convertPathToPattern } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    return convertPathToPattern(toSlashes(path));
}
class FolderLister {
    fencedOff = [];
    unreadable = [];
    adapter;
    #fence;
    #realFolders = new Map();
    #realTargets = new Map();
    #visits = new Map();
    #start;
    constructor(fence) {
        this.#fence = fence;
        const readdir = (folder, _, callback) => {
            this.#list((0,external_node_path_.resolve)(folder)).then((entries) => callback(null, entries), (error) => callback(error, []));
        };
        this.adapter = { readdir: readdir };
    }
    realPathOf(path) {
        return this.#realTargets.get(path) ?? (0,external_node_path_.join)(this.#realFolders.get((0,external_node_path_.dirname)(path)) ?? '', (0,external_node_path_.basename)(path));
    }
    async #list(path) {
        this.#start ??= path;
        const realPath = await external_node_fs_.promises.realpath(path);
        const isAdmitted = await this.#fence?.admits({ path, realPath, base: this.#start });
        if (isAdmitted === false) {
            this.fencedOff.push(path);
            return [];
        }
        if (this.#isWalkedAlready(path, realPath))
            return [];
        this.#realFolders.set(path, realPath);
        try {
            const entries = await external_node_fs_.promises.readdir(realPath, { withFileTypes: true });
            if (this.#fence !== undefined)
                return entries;
            return await Promise.all(entries.map((entry) => this.#follow(entry, path)));
        }
        catch (error) {
            if (/^E(?:ACCES|PERM)$/.test(error.code ?? ''))
                this.unreadable.push(path);
            return [];
        }
    }
    /** A link to a folder above would be walked for ever. */
    #isWalkedAlready(path, realPath) {
        for (let above = (0,external_node_path_.dirname)(path); this.#realFolders.has(above); above = (0,external_node_path_.dirname)(above)) {
            if (this.#realFolders.get(above) === realPath)
                return true;
        }
        const visits = (this.#visits.get(realPath) ?? 0) + 1;
        this.#visits.set(realPath, visits);
        return visits > MAX_VISITS;
    }
    /** The walker itself follows no links, so one that is to be followed is shown to it as what it leads to. */
    async #follow(entry, folder) {
        if (!entry.isSymbolicLink())
            return entry;
        const path = (0,external_node_path_.join)(folder, entry.name);
        try {
            const realPath = await external_node_fs_.promises.realpath(path);
            const target = await external_node_fs_.promises.stat(realPath);
            if (target.isFile())
                this.#realTargets.set(path, realPath);
            return {
                name: entry.name,
                isFile: () => target.isFile(),
                isDirectory: () => target.isDirectory(),
                isSymbolicLink: () => false,
            };
        }
        catch {
            // It leads nowhere: still a link, which the walker passes over.
            return entry;
        }
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/read/match-name.js


/** Whether a path is left by exclusions, which are absolute. The disk is not asked: the matcher sees this one file. */
async function isLeft(path, excluded) {
    if (excluded.length === 0)
        return true;
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const entry = {
        name: (0,external_node_path_.basename)(path),
        isFile: () => true,
        isDirectory: () => false,
        isSymbolicLink: () => false,
    };
    const readdir = (_folder, _, callback) => callback(null, [entry]);
    const fs = { readdir };
    const found = await glob([await escapePath(path)], toGlobOptions({ anchor: (0,external_node_path_.dirname)(path), excluded, fs }));
    return found.length > 0;
}

;// CONCATENATED MODULE: ./.cache/bundle/read/find-files.js








const GLOB = /[*?[\]{}()!+@|\\]/;
/** Not plain `**`, for which the walk would begin a folder higher, where links count as nothing. */
const ALL_BELOW = '**/*';
/**
 * Finds the files that an option names, below the current directory. Wildcards match hidden files, but neither linked
 * files nor linked folders; a link that is named outright is followed where a `LinkFence` admits it. Special files
 * (pipes, devices) are never found, but by an operator who names one outright. With `followLinks` links count as what
 * they lead to.
 */
async function findFiles(lines, options) {
    const folder = process.cwd();
    const fence = options.followLinks ? undefined : await LinkFence.around(folder, options.workspace);
    const files = new Map();
    const unmatched = [];
    const problems = [];
    const patterns = parsePatterns(lines);
    if (patterns.length === 0)
        unmatched.push({ pattern: '', problem: explainNothing(lines) });
    for (const pattern of patterns) {
        const found = await new Search({ pattern, folder, fence, options }).find();
        const isMatched = found.files.length > 0;
        if (!isMatched)
            unmatched.push({ pattern: pattern.pattern, problem: found.problems[0] });
        problems.push(...found.problems.slice(isMatched ? 0 : 1));
        // A file with several names is one file.
        for (const file of found.files)
            if (!files.has(file.realPath))
                files.set(file.realPath, file);
    }
    return { files: [...files.values()], unmatched, problems };
}
/** The search for the files of one pattern. */
class Search {
    #pattern;
    /** Where relative patterns begin. */
    #folder;
    #fence;
    #options;
    constructor(given) {
        this.#pattern = given.pattern;
        this.#folder = given.folder;
        this.#fence = given.fence;
        this.#options = given.options;
    }
    async find() {
        const { pattern } = this.#pattern;
        if (pattern === '-' && this.#options.hasStdin === true)
            return { files: [found_file/* STDIN */.T], problems: [] };
        // A name that exists is that file, whatever characters it has; only then is a pattern a pattern.
        const path = (0,external_node_path_.resolve)(toAbsolutePattern(pattern, { folder: this.#folder, home: (0,external_node_os_.homedir)() }));
        const target = await external_node_fs_.promises.stat(path).catch(() => undefined);
        if (target === undefined) {
            return GLOB.test(pattern) ? this.#walk(await this.#toGlobs(), path) : none();
        }
        if (!target.isDirectory())
            return this.#takeName(path, target);
        if (this.#options.folders === 'take')
            return this.#walk([`${await escapePath(path)}/${ALL_BELOW}`], path);
        const cure = 'Name the files in it, such as reports/**/*.xml.';
        return none({ rule: 'it is a folder, not a file', value: pattern, cure });
    }
    async #takeName(path, target) {
        if (!(await isLeft(path, await this.#toExclusions())))
            return none();
        const shown = this.#show(path);
        const isByOperator = this.#options.isByOperator === true;
        if (!target.isFile() && !isByOperator) {
            const cure = 'Name a file; pipes, sockets and devices are not read.';
            return none({ rule: 'it is not a regular file', value: shown, cure });
        }
        // What an open descriptor leads to may have no name: /dev/fd/63 is a pipe, /dev/stdin a file that was deleted.
        const realPath = await external_node_fs_.promises.realpath(path).catch(() => undefined);
        if (realPath === undefined && !isByOperator)
            return none();
        const { root } = (0,external_node_path_.parse)(realPath ?? path);
        const base = isByOperator ? root : (0,external_node_path_.dirname)(path);
        // Where there is no checkout, nobody else's links lie in wait, and a link that somebody names is meant.
        const isFree = isByOperator && this.#options.workspace === undefined;
        const isAdmitted = isFree || (await this.#fence?.admits({ path, realPath: realPath ?? root, base }));
        if (isAdmitted === false)
            return none(explainLink(shown));
        const isRegular = target.isFile() && realPath !== undefined;
        const file = { path: shown, realPath: realPath ?? path };
        return { files: [isRegular ? file : { ...file, isStream: true }], problems: [] };
    }
    async #walk(patterns, anchor) {
        const excluded = await this.#toExclusions();
        const walked = await walkFolders({ patterns, excluded, anchor, fence: this.#fence });
        const files = [...walked.files].map(([path, realPath]) => ({ path: this.#show(path), realPath }));
        const problems = [
            ...walked.fencedOff.map((path) => explainLink(this.#show(path))),
            ...walked.unreadable.map((path) => explainUnreadable(this.#show(path))),
        ];
        return { files, problems };
    }
    /** Where folders are taken, one that matches stands for what is below it. */
    async #toGlobs() {
        const glob = (await this.#toAbsolute([this.#pattern.pattern]))[0] ?? '';
        const files = glob.replace(/\/\*\*$/, `/${ALL_BELOW}`);
        return this.#options.folders === 'take' ? [files, `${glob}/${ALL_BELOW}`] : [files];
    }
    async #toExclusions() {
        const globs = await this.#toAbsolute(this.#pattern.excluded);
        return globs.flatMap((glob) => [glob, `${glob}/**`]);
    }
    async #toAbsolute(patterns) {
        // A plain name needs no matcher, which takes longer to load than everything else here.
        if (patterns.length === 0)
            return [];
        const roots = { folder: await escapePath(this.#folder), home: await escapePath((0,external_node_os_.homedir)()) };
        return patterns.map((pattern) => toAbsolutePattern(pattern, roots).replace(/\/+$/, ''));
    }
    #show(path) {
        return toSlashes(isInside(path, this.#folder) ? (0,external_node_path_.relative)(this.#folder, path) : path);
    }
}
function none(...problems) {
    return { files: [], problems };
}
function explainNothing(lines) {
    const cure = 'Name at least one file or glob, without "!" or "#" before it.';
    return { rule: 'nothing is included', value: lines.join(' '), cure };
}
function explainLink(value) {
    const cure = 'Set follow-symbolic-links to true if links may lead anywhere.';
    return { rule: 'it is left out, because a link leads out of the workspace', value, cure };
}
function explainUnreadable(value) {
    const cure = 'Give this user the right, or leave the folder out with "!".';
    return { rule: 'this user may not list the folder, so its files are missing', value, cure };
}


/***/ })

};
;