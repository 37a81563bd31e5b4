
// The list of findings, the filters, the keyboard, links to findings.
const CHUNK = 60;
const PRINTED = 1000;
const $ = (id) => document.getElementById(id);
let current = []; // the findings that pass the filters
let rendered = 0;
let pressed = null; // the chosen button of the tree

function row(f) {
  const rule = data.rules[f.r];
  const severity = SEVERITIES[f.s];
  const details = make("details", {},
    make("summary", {},
      make("span", { class: "badge " + severity.toLowerCase() }, severity),
      make("span", { class: "message" }, f.m),
      make("span", { class: "under" },
        f.b ? make("span", { class: "state" }, f.b) : "",
        make("span", {}, rule.id),
        make("span", { title: place(f) }, nearby(f)))));
  details.addEventListener("toggle", () => { if (details.open && details.childElementCount === 1) details.append(body(f)); });
  const item = make("li", { class: "finding", id: "f-" + f.id }, details);
  item.finding = f;
  return item;
}

// body returns what is shown of an open finding.
function body(f) {
  const rule = data.rules[f.r];
  const list = make("dl", {});
  const term = (name, ...what) => { if (what.some(Boolean)) list.append(make("dt", {}, name), make("dd", {}, ...what)); };
  term("Where", make("code", {}, place(f)));
  if (f.p >= 0) term("Package", data.packages[f.p].path + " (" + data.packages[f.p].about + ")");
  if (f.c >= 0) term("Component", data.components[f.c].t + " \u201c" + data.components[f.c].n + "\u201d");
  term("Code", [f.mod, f.n].filter(Boolean).join(", "));
  term("Rule", rule.id + ": " + rule.sum + " " + rule.cat + ".");
  if (f.os) term("Severity", SEVERITIES[f.s] + ", by the rule itself " + f.os);
  for (const r of f.rel || []) term("See also", (r.m ? r.m + ": " : ""), make("code", {}, r.at));
  for (const fix of f.fix || []) term("Repair", fix);
  term("Suppressed", f.why || "");
  const out = make("div", { class: "body" }, code(f), list);
  const text = $("rule-" + f.r);
  if (text) out.append(text.content.cloneNode(true));
  for (const pre of out.querySelectorAll("pre")) pre.tabIndex = 0;
  out.append(make("div", { class: "actions" },
    make("button", { type: "button", class: "plain", click: (e) => copyLink(f, e.target) }, "Copy link"),
    make("a", { href: "#f=" + f.id, }, "Permalink"),
    rule.url ? make("a", { href: rule.url, target: "_blank", rel: "noopener noreferrer" }, "Microsoft's guidance") : "",
    make("button", { type: "button", class: "plain", click: () => only("rule", rule.id) }, "Only this rule"),
    make("button", { type: "button", class: "plain", click: () => only("file", data.files[f.f]) }, "Only this file")));
  return out;
}

// code returns the lines around a finding with its region marked.
function code(f) {
  if (!f.x) return f.st ? make("pre", {}, make("code", {}, ...shown(f.st))) : "";
  const [line, column, endLine, endColumn] = f.at || [0, 0, 0, 0];
  const pre = make("pre", {});
  f.x.l.forEach((text, i) => {
    const n = f.x.n + i;
    const cut = n === line ? f.x.u || 0 : 0;
    let from = text.length, to = text.length;
    if (n >= line && n <= Math.max(line, endLine)) {
      from = n === line ? Math.max(0, column - 1 - cut) : 0;
      to = n === Math.max(line, endLine) ? Math.max(from, endColumn - 1 - cut) : text.length;
      if (n === line && to === from) to = text.length;
    }
    pre.append(make("span", { class: "number-of-line" }, n), cut ? "\u2026" : "",
      ...shown(text.slice(0, from)), to > from && from < text.length ? make("mark", {}, ...shown(text.slice(from, to))) : "", ...shown(text.slice(to)), "\n");
  });
  return pre;
}

// draw shows the findings anew, from the first.
function draw() {
  const { list, bySeverity } = found();
  current = list;
  rendered = 0;
  $("list").replaceChildren();
  grow(CHUNK);
  $("count").textContent = count(current.length, "finding") + (current.length < data.findings.length ? " of " + data.findings.length.toLocaleString("en") : "");
  for (const box of $("severities").querySelectorAll("input")) box.parentElement.lastElementChild.textContent = bySeverity[box.value].toLocaleString("en");
  $("scope").hidden = !filters.scope;
  if (filters.scope) $("scope").replaceChildren("Only in " + filters.scope.title + " ", make("button", { type: "button", class: "plain", click: () => choose(null, null) }, "Show everything"));
  remember();
}

function grow(n) {
  const part = document.createDocumentFragment();
  const end = Math.min(current.length, rendered + n);
  for (; rendered < end; rendered++) part.append(row(current[rendered]));
  $("list").append(part);
  $("more").hidden = rendered >= current.length;
  $("more-button").textContent = "Show more: " + (current.length - rendered).toLocaleString("en") + " left";
}

// remember keeps the filters in the address, so that a view can be shared.
let remembering = 0;
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    const to = new URLSearchParams();
    for (const key of ["q", "category", "rule", "component", "file", "order"]) if (filters[key]) to.set(key, filters[key]);
    if (filters.severity.size) to.set("severity", [...filters.severity].map((s) => SEVERITIES[s]).join(","));
    const hash = to.toString();
    if (!location.hash.startsWith("#f=")) history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }, 250);
}

function only(key, value) {
  clear();
  filters[key] = value;
  show();
  $("findings").focus();
}

function choose(scope, button) {
  if (pressed) pressed.setAttribute("aria-pressed", "false");
  pressed = button === pressed ? null : button;
  filters.scope = pressed ? scope : null;
  if (pressed) pressed.setAttribute("aria-pressed", "true");
  draw();
}

function clear() {
  Object.assign(filters, { q: "", category: "", rule: "", component: "", file: "", scope: null });
  filters.severity.clear();
  if (pressed) pressed.setAttribute("aria-pressed", "false");
  pressed = null;
}

// show makes the form say what the filters are, and draws.
function show() {
  for (const key of ["q", "category", "rule", "component", "file", "order"]) $(key).value = filters[key];
  for (const box of $("severities").querySelectorAll("input")) box.checked = filters.severity.has(+box.value);
  for (const box of $("states").querySelectorAll("input")) box.checked = filters.state.has(box.value);
  draw();
}

// open leads to a finding by its id, whatever the filters are.
function open(id) {
  const f = data.findings.find((x) => x.id === id);
  if (!f) return;
  if (!current.includes(f)) {
    clear();
    filters.state.add(f.b);
    show();
  }
  grow(Math.max(0, current.indexOf(f) + 1 - rendered));
  const item = $("f-" + id);
  item.querySelector("details").open = true;
  item.scrollIntoView({ block: "start" });
  item.querySelector("summary").focus();
}

async function copyLink(f, button) {
  const link = location.href.split("#")[0] + "#f=" + f.id;
  let copied = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    const box = make("textarea", { class: "unseen" });
    box.value = link;
    document.body.append(box);
    box.select();
    copied = document.execCommand("copy");
    box.remove();
  }
  button.textContent = copied ? "Copied" : "Copy it from the address of the link beside this";
  setTimeout(() => { button.textContent = "Copy link"; }, 2000);
}

function fillForm() {
  const counts = (key) => [...tally(data.findings, key)].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const options = (id, all, entries) => $(id).append(make("option", { value: "" }, all), ...entries.map(([v, n]) => make("option", { value: v }, v + " (" + n.toLocaleString("en") + ")")));
  options("category", "all", counts((f) => data.rules[f.r].cat));
  options("rule", "all", counts((f) => data.rules[f.r].id));
  options("component", "all", counts((f) => (f.c < 0 ? "" : data.components[f.c].t)).filter(([v]) => v));
  $("files").append(...data.files.slice(0, 1000).map((v) => make("option", { value: v })));
  SEVERITIES.forEach((name, s) => $("severities").append(make("label", {}, make("input", {
    type: "checkbox", value: s, "aria-label": name,
    change: (e) => { if (e.target.checked) filters.severity.add(s); else filters.severity.delete(s); draw(); },
  }), make("span", { class: "badge " + name.toLowerCase() }, name), make("span", { class: "what" }))));
  const states = STATES.filter(([key]) => data.findings.some((f) => f.b === key));
  $("states").hidden = !states.some(([key]) => key);
  for (const [key, name] of states) {
    $("states").append(make("label", {}, make("input", {
      type: "checkbox", value: key,
      change: (e) => { if (e.target.checked) filters.state.add(key); else filters.state.delete(key); draw(); },
    }), name + " (" + data.findings.filter((f) => f.b === key).length.toLocaleString("en") + ")"));
  }
}

// readAddress takes filters or a finding from the address.
function readAddress() {
  const from = new URLSearchParams(location.hash.slice(1));
  if (from.has("f")) {
    if (!current.length) show();
    open(from.get("f"));
    return;
  }
  for (const key of ["q", "category", "rule", "component", "file", "order"]) filters[key] = from.get(key) || "";
  filters.severity = new Set((from.get("severity") || "").split(",").map((name) => SEVERITIES.indexOf(name)).filter((s) => s >= 0));
  show();
}

function listen() {
  for (const key of ["q", "file"]) $(key).addEventListener("input", (e) => { filters[key] = e.target.value; draw(); });
  for (const key of ["category", "rule", "component", "order"]) $(key).addEventListener("change", (e) => { filters[key] = e.target.value; draw(); });
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  $("reset").addEventListener("click", () => { clear(); show(); });
  $("more-button").addEventListener("click", () => grow(CHUNK));
  $("open-all").addEventListener("click", () => { for (const d of [...$("list").querySelectorAll(".finding > details")].slice(0, 200)) d.open = true; });
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting) grow(CHUNK); }, { rootMargin: "600px" }).observe($("more"));
  addEventListener("hashchange", () => { if (location.hash.startsWith("#f=")) open(location.hash.slice(3)); });
  addEventListener("keydown", onKey);
  addEventListener("beforeprint", () => {
    grow(Math.max(0, PRINTED - rendered));
    $("printed").hidden = rendered >= current.length;
    $("printed").textContent = "And " + (current.length - rendered).toLocaleString("en") + " more; filter the findings to print those.";
  });
  addEventListener("afterprint", () => { $("printed").hidden = true; });
  const theme = $("theme");
  theme.hidden = false;
  const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  theme.addEventListener("click", () => { document.documentElement.dataset.theme = dark() ? "light" : "dark"; name(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  name();
}

function onKey(e) {
  if (e.ctrlKey || e.metaKey || e.altKey || !$("keys").checked) return;
  const typing = e.target.matches("input[type=search], input[type=text], select, textarea");
  if (e.key === "Escape" && e.target.id === "q") { filters.q = ""; show(); return; }
  if (typing) return;
  const item = e.target.closest(".finding");
  if (e.key === "/") { e.preventDefault(); $("q").focus(); }
  else if (e.key === "j" || e.key === "k") { e.preventDefault(); step(item, e.key === "j" ? 1 : -1); }
  else if (e.key === "c" && item) copyLink(item.finding, item.querySelector(".actions button") || document.createElement("button"));
}

// step moves to the next finding or the one before.
function step(item, by) {
  if (by > 0 && item && !item.nextElementSibling) grow(CHUNK);
  const to = item ? (by > 0 ? item.nextElementSibling : item.previousElementSibling) : $("list").firstElementChild;
  if (to) to.querySelector("summary").focus();
}

fillForm();
growTree();
$("work").hidden = false;
listen();
readAddress();
document.documentElement.dataset.ready = "yes";
performance.mark("ready");
