"use strict";

// The findings and what they share, as the page holds them.
const SEVERITIES = ["Critical", "High", "Medium", "Low", "Informational"];
const STATES = [["new", "New"], ["", "Not compared"], ["known", "Known"], ["suppressed", "Suppressed"]];
const data = JSON.parse(document.getElementById("data").textContent);

// What a search looks through, in lower case, made once.
for (const f of data.findings) {
  const c = data.components[f.c];
  f.b = f.b || "";
  f.hay = [f.m, data.rules[f.r].id, data.files[f.f], c ? c.n : "", f.n || "", f.st || ""].join("\n").toLowerCase();
  f.file = data.files[f.f].toLowerCase();
  f.line = f.at ? f.at[0] : 0;
}

// within tells for each package which others hold it, itself among them.
const within = data.packages.map((p, i) => {
  const set = new Set();
  for (let at = i; at >= 0; at = data.packages[at].in) set.add(at);
  return set;
});

// labels are the ends of the packages' paths, as much of each as tells it from the
// others. Where eight parts do not, it is the whole path.
const labels = (() => {
  const paths = data.packages.map((p) => p.path.split("/"));
  const short = new Array(paths.length);
  for (let n = 1, left = paths.length; left > 0; n++) {
    const ends = paths.map((parts) => parts.slice(-n).join("/"));
    const seen = new Map();
    for (const end of ends) seen.set(end, (seen.get(end) || 0) + 1);
    for (let i = 0; i < paths.length; i++) {
      if (short[i] === undefined && (seen.get(ends[i]) === 1 || n >= Math.min(8, paths[i].length))) {
        short[i] = seen.get(ends[i]) === 1 ? ends[i] : data.packages[i].path;
        left--;
      }
    }
  }
  return short;
})();

// An element with properties, attributes and children; text is always text.
function make(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value === true) e.setAttribute(name, "");
    else if (typeof value === "function") e.addEventListener(name, value);
    else if (value !== false && value !== undefined && value !== null) e.setAttribute(name, value);
  }
  e.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return e;
}

// Characters that a browser would obey instead of show.
const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

// shown returns code as nodes, with such characters named.
function shown(text) {
  const nodes = [];
  let from = 0;
  for (const m of text.matchAll(ODD)) {
    nodes.push(text.slice(from, m.index));
    nodes.push(make("span", { class: "odd" }, "<U+" + m[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + ">"));
    from = m.index + 1;
  }
  nodes.push(text.slice(from));
  return nodes.filter((n) => n !== "");
}

function count(n, noun) {
  return n.toLocaleString("en") + " " + noun + (n === 1 ? "" : "s");
}

// place returns path and line of a finding.
function place(f) {
  return data.files[f.f] + (f.at ? ":" + f.at[0] + ":" + Math.max(1, f.at[1]) : "");
}

// nearby returns the place within the package, with the package's own name where
// there are several.
function nearby(f) {
  const at = place(f);
  const p = data.packages[f.p];
  if (!p || !at.startsWith(p.path)) return at;
  const member = at.slice(p.path.length).replace(/^(!\/|\/)/, "");
  if (data.packages.length === 1) return member || at;
  return member ? member + " in " + labels[f.p] : labels[f.p];
}

// The filters. Each is "" or empty where it lets everything through.
const filters = {
  q: "", severity: new Set(), state: new Set(["", "new"]), category: "", rule: "", component: "", file: "", order: "",
  scope: null, // {package, component, title}
};

// matcher returns a function that tells whether a finding passes the filters, all
// but that of the severity.
function matcher() {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const file = filters.file.toLowerCase().trim();
  const { state, category, rule, component, scope } = filters;
  return (f) => {
    if (!state.has(f.b)) return false;
    if (category && data.rules[f.r].cat !== category) return false;
    if (rule && data.rules[f.r].id !== rule) return false;
    if (component && (f.c < 0 ? "" : data.components[f.c].t) !== component) return false;
    if (file && !f.file.includes(file)) return false;
    if (scope && scope.package >= 0 && !(f.p >= 0 && within[f.p].has(scope.package))) return false;
    if (scope && scope.component && !scope.component(f)) return false;
    for (const w of words) if (!f.hay.includes(w)) return false;
    return true;
  };
}

// found returns the findings that pass, in the order that was asked for, and how
// many of each severity there would be if none were chosen.
function found() {
  const passes = matcher();
  const list = [];
  const bySeverity = SEVERITIES.map(() => 0);
  for (const f of data.findings) {
    if (!passes(f)) continue;
    bySeverity[f.s]++;
    if (!filters.severity.size || filters.severity.has(f.s)) list.push(f);
  }
  if (filters.order === "place") {
    list.sort((a, b) => a.p - b.p || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line);
  }
  return { list, bySeverity };
}

// tally counts findings by what key gives for each.
function tally(list, key) {
  const counts = new Map();
  for (const f of list) {
    const k = key(f);
    counts.set(k, (counts.get(k) || 0) + 1);
  }
  return counts;
}
