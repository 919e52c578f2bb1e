"use strict";
// Filters the rows that are in the page. Nothing is drawn and no HTML is parsed here.
const rows = [...document.querySelectorAll("#rows tbody tr")];
const form = document.getElementById("filters");
const words = document.getElementById("words");
const kind = document.getElementById("kind");
const count = document.getElementById("count");
const texts = rows.map((row) => row.textContent.toLowerCase());

function show() {
  const asked = words.value.trim().toLowerCase();
  let shown = 0;
  rows.forEach((row, index) => {
    row.hidden = !(texts[index].includes(asked) && (!kind.value || row.dataset.kind === kind.value));
    if (!row.hidden) shown += 1;
  });
  count.textContent = `${shown.toLocaleString("en-US")} of ${rows.length.toLocaleString("en-US")} rows`;
}

if (rows.length) {
  for (const name of new Set(rows.map((row) => row.dataset.kind))) {
    const option = document.createElement("option");
    option.value = name;
    option.append(name);
    kind.append(option);
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
}
