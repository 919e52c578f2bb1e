"use strict";
// Draws the report that is in the page as JSON. Text from the report only ever becomes text: nothing here
// parses HTML, and the page's policy would refuse it.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const report = read("report");
const page = read("page");
const rowsAtOnce = 50;
const namesAtOnce = 200;
const namesInLine = 2;
const plural = (count, word) =>
  `${count.toLocaleString("en-US")} ${word}${count === 1 ? "" : "s"}`;

function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const isRefusal = (verdict) => verdict === "refused" || verdict === "not-built";
const tone = (verdict) =>
  isRefusal(verdict) ? "bad" : verdict === "admitted" ? "good" : "warn";
const severityTone = { error: "bad", warning: "warn", note: "" };
const badge = (text, kind) => make("span", { class: `badge ${kind}` }, text);
const words = (table, name) => page[table][name] || name;

// What the filters can ask of a thing, worked out once.
const clusters = report.clusters.map((data, index) => {
  const refusals = data.refusals.map((refusal) => ({
    data: refusal,
    id: `c${index}-${refusal.number}`,
    severity: refusal.acceptance ? "note" : refusal.now ? "error" : "warning",
    kinds: [...new Set(refusal.causes.map((cause) => cause.kind))],
    pod: (page.pods[index] || {})[refusal.number],
  }));
  const byNumber = new Map(refusals.map((refusal) => [refusal.data.number, refusal]));
  const rows = data.rows.map((row) => {
    const found = [...new Set(row.cells.map((cell) => cell.refusal))].filter((n) => n !== null);
    return {
      data: row,
      verdicts: [...new Set(row.cells.flatMap((cell) => [cell.now, cell.planned, cell.withPolicies].filter(Boolean)))],
      rank: row.cells.some((c) => isRefusal(c.now)) ? 0 : row.cells.some((c) => c.now !== "admitted") ? 1 : 2,
      refusals: found.map((number) => byNumber.get(number)),
      lowered: null,
    };
  });
  // Those with a refusal come first; the others keep their order.
  rows.sort((left, right) => left.rank - right.rank);
  const findings = data.findings.map((finding) => ({
    data: finding,
    severity: finding.severity,
    kinds: [finding.kind],
  }));
  return { data, index, rows, refusals, findings };
});

const filter = { namespace: "", verdict: "", cause: "", severity: "" };

function namesOf(row) {
  if (!filter.namespace) return row.data.namespaces;
  row.lowered = row.lowered || row.data.namespaces.map((name) => name.toLowerCase());
  return row.data.namespaces.filter((_, index) => row.lowered[index].includes(filter.namespace));
}

const asked = (thing) =>
  (!filter.cause || thing.kinds.includes(filter.cause)) &&
  (!filter.severity || thing.severity === filter.severity);

function visible(cluster) {
  const concerns = new Set();
  const rows = cluster.rows.flatMap((row) => {
    const names = namesOf(row);
    if (filter.namespace && !names.length) return [];
    if (filter.verdict && !row.verdicts.includes(filter.verdict)) return [];
    const about = cluster.findings.filter(
      (finding) => asked(finding) && finding.data.templates.some((name) => row.data.templates.includes(name)));
    if ((filter.cause || filter.severity) && !row.refusals.some(asked) && !about.length) return [];
    for (const thing of [...row.refusals, ...about]) concerns.add(thing);
    return [{ row, names }];
  });
  const narrowed = filter.namespace || filter.verdict;
  return {
    rows,
    refusals: cluster.refusals.filter((each) => asked(each) && (!narrowed || concerns.has(each))),
    findings: cluster.findings.filter(
      (each) => asked(each) && (!narrowed || !each.data.templates.length || concerns.has(each))),
  };
}

// Adds things a page at a time, with a button for more.
function inPages(things, size, into, draw, word) {
  let shown = 0;
  const more = make("button", { type: "button", onclick: () => add(true) });
  function add(byHand) {
    const first = into.childElementCount;
    into.append(...things.slice(shown, shown + size).map(draw));
    shown = Math.min(things.length, shown + size);
    more.hidden = shown >= things.length;
    more.textContent = `Show more: ${plural(things.length - shown, word)} left`;
    const next = byHand && into.children[first];
    if (next) {
      next.tabIndex = -1;
      next.focus();
    }
  }
  add(false);
  // Draws until a thing is there that has this id.
  more.reach = (id) => {
    while (!document.getElementById(id) && shown < things.length) add(false);
  };
  return more;
}

function groups(row) {
  const found = new Map();
  for (const cell of row.cells) {
    const key = `${cell.now} ${cell.planned} ${cell.withPolicies} ${cell.refusal}`;
    if (!found.has(key)) found.set(key, { cell, tasks: [] });
    found.get(key).tasks.push(cell.task);
  }
  return [...found.values()];
}

function verdict(name, refusal, cluster) {
  const shown = badge(words("verdicts", name), tone(name));
  if (!isRefusal(name) || refusal === null) return shown;
  const id = `c${cluster.index}-${refusal}`;
  const link = make("a", { href: `#${id}` }, `(${refusal})`);
  link.setAttribute("aria-label", `refusal ${refusal}`);
  link.addEventListener("click", () => reveal(id));
  return make("span", {}, shown, " ", link);
}

// Opens a refusal that a link leads to, and first draws it where it is still left out.
function reveal(id) {
  for (const button of document.querySelectorAll("button.more")) {
    if (button.reach && id.startsWith(`${button.dataset.of}-`)) button.reach(id);
  }
  const target = document.getElementById(id);
  if (target && target.tagName === "DETAILS") target.open = true;
  return target;
}

function tableRow(cluster, hasPlanned, hasPolicies) {
  return ({ row, names }) => {
    const parts = groups(row.data);
    const body = make("tbody");
    const all = row.data.namespaces.length;
    let places = all ? names.join(", ") : "any namespace";
    if (all > namesInLine || names.length < all) {
      const list = make("tr", { hidden: true });
      const cell = make("td", { colspan: 5 + hasPlanned + hasPolicies, class: "names" });
      list.append(cell);
      list.id = `n${(tableRow.last = (tableRow.last || 0) + 1)}`;
      places = make("button", { type: "button", class: "plain", "aria-expanded": "false", "aria-controls": list.id },
        filter.namespace ? `${names.length.toLocaleString("en-US")} of ${plural(all, "namespace")}` : plural(all, "namespace"));
      places.addEventListener("click", () => {
        if (!cell.firstChild) {
          const items = make("ul");
          cell.append(items, inPages(names, namesAtOnce, items, (name) => make("li", {}, name), "namespace"));
        }
        list.hidden = !list.hidden;
        places.setAttribute("aria-expanded", String(!list.hidden));
      });
      body.extra = list;
    }
    parts.forEach((part, position) => {
      const line = make("tr");
      if (position === 0) {
        const span = { rowspan: parts.length };
        line.append(
          make("th", { ...span, scope: "rowgroup" }, places),
          make("td", span, row.data.templates.join(", ") || "none"),
          make("td", span, row.data.claim || "none claimed"));
      }
      line.append(make("td", {}, verdict(part.cell.now, part.cell.refusal, cluster)));
      if (hasPlanned) line.append(make("td", {}, verdict(part.cell.planned, part.cell.refusal, cluster)));
      if (hasPolicies) line.append(make("td", {}, verdict(part.cell.withPolicies || part.cell.now, part.cell.refusal, cluster)));
      line.append(make("td", { class: "tasks" }, part.tasks.join(", ")));
      body.append(line);
    });
    if (body.extra) body.append(body.extra);
    return body;
  };
}

function verdictTable(cluster, rows) {
  const hasPlanned = cluster.data.plannedPatches.length > 0;
  const hasPolicies = cluster.data.refusedPodsWithPolicies !== null;
  const heads = ["Namespaces", "PodTemplate", "Level", "Now", ...(hasPlanned ? ["With planned patches"] : []),
    ...(hasPolicies ? ["With policies"] : []), "Task shapes"];
  const table = make("table", {},
    make("caption", {}, `Verdicts in ${cluster.data.name}, equal ones together, refusals first`),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))));
  const holder = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": `Verdicts in ${cluster.data.name}` }, table);
  const more = inPages(rows, rowsAtOnce, table, tableRow(cluster, hasPlanned, hasPolicies), "row");
  return [holder, more];
}

function podText(pod) {
  const text = make("pre", { tabindex: "0", role: "region", "aria-label": "The pod as YAML, faults marked" });
  const marks = new Map();
  for (const mark of pod.marks) marks.set(mark.line, [...(marks.get(mark.line) || []), mark.words]);
  pod.lines.forEach((line, index) => {
    const found = marks.get(index + 1);
    text.append(make("span", { class: found ? "line at" : "line" }, found ? make("mark", {}, line) : line || " "));
    for (const fault of found || []) text.append(make("span", { class: "fault" }, `▲ ${fault}`));
  });
  return text;
}

function podDetails(pod) {
  const title = `The pod of '${pod.task}' as YAML, ${pod.marks.length ? plural(pod.marks.length, "fault") + " marked" : "no fault has a line"}`;
  const details = make("details", {}, make("summary", {}, title));
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector("pre")) return;
    const text = podText(pod);
    details.append(text);
    const first = text.querySelector(".at");
    if (first) text.scrollTop = Math.max(0, first.offsetTop - text.offsetTop - 120);
  });
  return details;
}

const entry = (name, ...content) => [make("dt", {}, name), make("dd", {}, ...content)];
const place = (at) => (at ? ` (${at.line ? `${at.path}:${at.line}:${at.column}` : at.path})` : "");

function refusalItem(refusal) {
  const data = refusal.data;
  const kind = severityTone[refusal.severity];
  const under = data.templates.length ? ` under ${data.templates.join(", ")}` : "";
  const where = data.namespaces ? ` in ${plural(data.namespaces, "namespace")}` : "";
  const body = make("div", { class: "body" }, make("dl", {},
    ...entry("Refused by", words("refusers", data.refuser), make("p", { class: "words" }, data.message),
      data.idsOf ? ` The ids are those of the namespace ${data.idsOf}.` : null),
    ...entry("Because", ...data.causes.map((cause) => make("p", {},
      cause.role, ": ", cause.fields.length ? make("code", {}, cause.fields.join(", ")) : null,
      cause.fields.length ? ": " : null, cause.words + place(cause.place)))),
    ...(data.seen ? entry("In Flyte", words("seen", data.seen)) : []),
    ...entry("Fix", data.fix.words, " ", badge(words("proofs", data.fix.proof), ""), " ",
      badge(words("applicabilities", data.fix.applicability), "")),
    ...accepted(data.acceptance),
    ...(data.now ? [] : entry("When", "the planned patches cause this refusal"))));
  if (refusal.pod) body.append(podDetails(refusal.pod));
  return make("details", { class: `item ${kind}`, id: refusal.id, open: data.number === 1 }, make("summary", {},
    badge(refusal.severity, kind), make("h4", {}, `(${data.number}) ${data.tasks.join(", ")}${under}${where}`)), body);
}

function findingItem(finding) {
  const data = finding.data;
  const kind = severityTone[finding.severity];
  const where = data.namespaces ? ` in ${plural(data.namespaces, "namespace")}` : "";
  const title = make("summary", {}, badge(finding.severity, kind), make("h4", {}, data.words));
  return make("details", { class: `item ${kind}` }, title, make("div", { class: "body" }, make("dl", {},
    ...entry("Kind", make("code", {}, data.kind)),
    ...(data.containers.length ? entry("Container", data.containers.join(", ")) : []),
    ...(data.templates.length || where || data.place
      ? entry("Where", `${data.templates.join(", ")}${where}${place(data.place)}`.trim()) : []),
    ...entry("Fix", data.fix), ...accepted(data.acceptance))));
}

function accepted(acceptance) {
  if (!acceptance) return [];
  const end = acceptance.until ? ` (until ${acceptance.until})` : "";
  return entry("Accepted", acceptance.reason + end + place(acceptance.place));
}

function list(cluster, title, things, draw, word) {
  if (!things.length) return [];
  const items = make("div");
  const more = inPages(things, rowsAtOnce, items, draw, word);
  more.className = "more";
  if (word === "refusal") more.dataset.of = `c${cluster.index}`;
  return [make("h3", {}, `${title} (${things.length.toLocaleString("en-US")})`), items, more];
}

function clusterSection(cluster) {
  const { data, index } = cluster;
  const shown = visible(cluster);
  const isNarrowed = Object.values(filter).some(Boolean);
  const figure = (count, text, kind) => make("li", { class: kind }, make("b", {}, count.toLocaleString("en-US")), text);
  const section = make("section", { class: "cluster", id: `c${index}`, "aria-labelledby": `h${index}` },
    make("h2", { id: `h${index}` }, data.name),
    make("p", { class: "lead" }, `Flyte ${data.flyte}, Kubernetes ${data.kubernetes}`),
    make("ul", { class: "figures" },
      figure(data.pods, "pods judged", ""),
      figure(data.refusedPods, "refused now", data.refusedPods ? "bad" : "good"),
      data.plannedPatches.length
        ? figure(data.refusedPodsWhenPlanned, "with planned patches", data.refusedPodsWhenPlanned ? "bad" : "good") : null,
      data.refusedPodsWithPolicies !== null
        ? figure(data.refusedPodsWithPolicies, "with policies", data.refusedPodsWithPolicies ? "bad" : "good") : null,
      data.namespaces ? figure(data.namespaces, data.namespaces === 1 ? "namespace" : "namespaces", "") : null,
      figure(data.tasks.length, "task shapes", "")),
    make("h3", {}, "Namespaces by verdict"),
    ...(shown.rows.length ? verdictTable(cluster, shown.rows) : [make("p", { class: "empty" }, "Nothing here matches the filters.")]),
    ...list(cluster, "Refusals", shown.refusals, refusalItem, "refusal"),
    ...list(cluster, "Findings", shown.findings, findingItem, "finding"));
  if (!isNarrowed && data.actions.length) {
    section.append(make("h3", {}, "What to do"), make("ol", { class: "do" }, ...data.actions.map((action) =>
      make("li", {}, `${action.words}: for ${action.refusals.map((n) => `(${n})`).join(", ")}, ${plural(action.pods, "pod")}`))));
    if (page.hardening[index]) section.append(make("p", { class: "empty" }, page.hardening[index]));
  }
  section.append(make("h3", {}, "Not covered"),
    make("p", {}, "These pods are not modeled, so they are not judged and never count as passed:"),
    make("ul", {}, ...data.notCovered.map((pods) => make("li", {}, pods))));
  return { section, shown };
}

const main = document.getElementById("clusters");
const count = document.getElementById("count");

function draw() {
  const drawn = clusters.map(clusterSection);
  main.replaceChildren(...drawn.map((each) => each.section));
  const sum = (of) => drawn.reduce((total, each) => total + of(each.shown), 0);
  count.textContent = [
    plural(sum((s) => s.rows.reduce((all, each) => all + Math.max(1, each.names.length), 0)), "namespace"),
    plural(sum((s) => s.refusals.length), "refusal"),
    plural(sum((s) => s.findings.length), "finding"),
  ].join(", ") + (Object.values(filter).some(Boolean) ? " match the filters" : " in the report");
}

function fill(name, table, present) {
  const select = document.getElementById(name);
  select.append(...[...present].sort().map((each) => make("option", { value: each }, words(table, each))));
}
fill("verdict", "verdicts", new Set(clusters.flatMap((c) => c.rows.flatMap((row) => row.verdicts))));
fill("cause", "kinds", new Set(clusters.flatMap((c) => [...c.refusals, ...c.findings].flatMap((each) => each.kinds))));
fill("severity", "severities", new Set(clusters.flatMap((c) => [...c.refusals, ...c.findings].map((each) => each.severity))));

let waiting;
const form = document.getElementById("filters");
function take() {
  for (const name of Object.keys(filter)) filter[name] = document.getElementById(name).value.trim();
  filter.namespace = filter.namespace.toLowerCase();
  draw();
}
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(take, 100);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  take();
});
form.addEventListener("reset", () => setTimeout(take));

if (clusters.length > 1) {
  document.getElementById("links").append(...clusters.map((cluster) => make("li", {},
    make("a", { href: `#c${cluster.index}` }, cluster.data.name), " ",
    cluster.data.refusedPods ? badge(`${cluster.data.refusedPods.toLocaleString("en-US")} refused`, "bad") : badge("none refused", "good"))));
} else document.getElementById("links").parentElement.hidden = true;
form.hidden = false;
draw();
const linked = location.hash && reveal(location.hash.slice(1));
if (linked) linked.scrollIntoView();
