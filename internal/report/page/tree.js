
// The tree of what was checked: packages, what is in them, the components by
// their type. A part is built when it is opened.
const SHOWN_PARTS = 200;
const live = data.findings.filter((f) => f.b === "" || f.b === "new");
const inPackage = data.packages.map(() => []);
for (const f of live) if (f.p >= 0) for (const i of within[f.p]) inPackage[i].push(f);
const innerOf = data.packages.map(() => []);
data.packages.forEach((p, i) => { if (p.in >= 0) innerOf[p.in].push(i); });

// node returns a label that filters the findings when it is chosen, with what is
// before it.
function node(before, label, what, n, scope) {
  const button = make("button", { type: "button", class: n ? "label" : "label clean", "aria-pressed": "false", click: () => choose(scope, button) }, label);
  return make("div", { class: "node" }, before, make("span", {}, button, what ? make("span", { class: "what" }, " " + what) : "",
    n ? make("span", { class: "tally" }, n.toLocaleString("en"), make("span", { class: "unseen" }, n === 1 ? " finding" : " findings")) : ""));
}

// branch returns an item that shows its parts when it is opened.
function branch(label, what, n, scope, open, parts) {
  const list = make("ul", { hidden: true });
  const twist = make("button", {
    type: "button", class: "twist", "aria-expanded": "false", "aria-label": "What is in " + label,
    click: () => {
      if (!list.childElementCount) list.append(...parts());
      list.hidden = !list.hidden;
      twist.setAttribute("aria-expanded", String(!list.hidden));
    },
  });
  if (open) twist.click();
  return make("li", {}, node(twist, label, what, n, scope), list);
}

function leaf(label) { return make("li", { class: "leaf" }, label); }

// named returns the name of a package, and its folder with what it is.
function named(p) {
  const path = p.in < 0 ? p.path : p.path.slice(data.packages[p.in].path.length + 2);
  const cut = path.lastIndexOf("/") + 1;
  return [path.slice(cut), (cut ? "in " + path.slice(0, cut - 1) + ", " : "") + p.about];
}

// ordered returns packages with those first that have findings, where there are many.
function ordered(list) {
  return list.length <= 20 ? list : [...list].sort((a, b) => inPackage[b].length - inPackage[a].length);
}

function packageItem(i, open) {
  const p = data.packages[i];
  const about = [...named(p), inPackage[i].length, { package: i, title: p.path }];
  const groups = componentGroups(i);
  if (!groups.length && !innerOf[i].length) return leaf(node("", ...about));
  return branch(...about, open, () => [...ordered(innerOf[i]).map((j) => packageItem(j, innerOf[i].length < 10 && open)), ...groups.map((g) => groupItem(i, g))]);
}

// componentGroups returns the components of a package by type, those that it holds
// and those that findings name, and last the findings of no component.
function componentGroups(i) {
  const own = inPackage[i].filter((f) => f.p === i);
  const byType = new Map();
  const add = (c) => {
    const { t } = data.components[c];
    if (!byType.has(t)) byType.set(t, new Set());
    byType.get(t).add(c);
  };
  (data.packages[i].holds || []).forEach(add);
  for (const f of own) if (f.c >= 0) add(f.c);
  const counts = tally(own, (f) => f.c);
  const groups = [...byType].map(([type, members]) => {
    const list = [...members].sort((a, b) => (counts.get(b) || 0) - (counts.get(a) || 0));
    return { type, list, counts, n: list.reduce((sum, c) => sum + (counts.get(c) || 0), 0) };
  });
  groups.sort((a, b) => (a.type < b.type ? -1 : 1));
  if (counts.get(-1)) groups.push({ type: "", list: [], counts, n: counts.get(-1) });
  return groups;
}

function groupItem(i, g) {
  const title = data.packages[i].path;
  if (!g.type) {
    return leaf(node("", "no component", "", g.n, { package: i, component: (f) => f.p === i && f.c < 0, title: title + ", no component" }));
  }
  const scope = { package: i, component: (f) => f.p === i && f.c >= 0 && data.components[f.c].t === g.type, title: title + ", " + g.type };
  return branch(g.type, "(" + g.list.length.toLocaleString("en") + ")", g.n, scope, false, () => {
    const items = g.list.slice(0, SHOWN_PARTS).map((c) => leaf(node("", data.components[c].n, "", g.counts.get(c) || 0,
      { package: i, component: (f) => f.p === i && f.c === c, title: g.type + " " + data.components[c].n })));
    if (g.list.length > SHOWN_PARTS) items.push(leaf(make("span", { class: "what" }, "and " + count(g.list.length - SHOWN_PARTS, "more").replace(/s$/, ""))));
    return items;
  });
}

// growTree builds the outermost level.
function growTree() {
  const roots = data.packages.flatMap((p, i) => (p.in < 0 ? [i] : []));
  const items = ordered(roots).map((i) => packageItem(i, roots.length === 1));
  const together = live.filter((f) => f.p < 0).length;
  if (together) items.push(leaf(node("", "all packages together", "", together, { package: -1, component: (f) => f.p < 0, title: "all packages together" })));
  document.getElementById("tree-body").append(make("ul", {}, ...items));
}
