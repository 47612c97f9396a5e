// Search over Pagefind's indexes, one a year, joined here. What is found is shown with its day, or as undated.
const here = import.meta.url;
const box = document.getElementById('found'), form = document.getElementById('ask'), count = document.getElementById('count');
const parts = JSON.parse(document.getElementById('parts').textContent), root = new URL('../', here);
const asked = new URLSearchParams(location.search), AT_ONCE = 20;
const element = (name, words, cls) => { const made = document.createElement(name); if (words) { made.textContent = words; } if (cls) { made.className = cls; } return made; };

function marked(excerpt) {
  const line = element('p', '', 'entry-excerpt');
  excerpt.split(/<\/?mark>/).forEach((words, number) => {
    const plain = words.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
    line.append(number % 2 ? element('mark', plain) : plain);
  });
  return line;
}
async function entry(result) {
  const data = await result.data(), item = element('li', '', 'entry'), day = element('p', '', 'entry-date');
  const main = element('div', '', 'entry-main'), head = element('h3', '', 'entry-headline'), link = element('a', data.meta.title);
  link.href = new URL(data.meta.path, root).href;
  head.dir = 'auto';
  head.append(link);
  if (data.meta.date) { const time = element('time', data.meta.day); time.dateTime = data.meta.date; day.append(time); }
  else { day.append(element('strong', 'Undated', 'entry-undated')); }
  main.append(head);
  if (data.meta.outlet) { const source = element('p', '', 'entry-source'); source.append(element('bdi', data.meta.outlet)); main.append(source); }
  main.append(marked(data.excerpt));
  item.append(day, main);
  return item;
}
// an index without the word gives those that begin like it: with several joined, those are left out
function isLike(item) {
  const wanted = (asked.get('q') || '').toLowerCase().match(/[\p{L}\p{N}]+/gu) || [], marks = [...item.querySelectorAll('mark')];
  return parts.length < 2 || !marks.length || marks.some((mark) => wanted.some((word) => mark.textContent.toLowerCase().includes(word.slice(0, Math.max(3, word.length - 3)))));
}
async function joined() {
  const pagefind = await import(new URL(`search/${parts[0]}/pagefind.js`, root).href);
  for (const part of parts.slice(1)) { await pagefind.mergeIndex(new URL(`search/${part}/`, root).href); }
  return pagefind;
}
function years(all) {
  const from = (asked.get('from') || '').slice(0, 4), to = (asked.get('to') || '').slice(0, 4);
  if (asked.get('undated')) { return ['undated']; }
  return from || to ? all.filter((year) => year !== 'undated' && (!from || year >= from) && (!to || year <= to)) : null;
}
async function search() {
  const pagefind = await joined(), all = await pagefind.filters(), filters = {}, wanted = years(Object.keys(all.year || {}));
  if (asked.get('outlet')) { filters.outlet = asked.get('outlet'); }
  if (wanted) { filters.year = { any: wanted }; }
  const found = await pagefind.search(asked.get('q') || null, { filters });
  count.textContent = parts.length > 1 ? '' : found.results.length === 1 ? '1 story found' : found.results.length.toLocaleString('en') + ' stories found';
  const list = element('ul', '', 'entries'), more = element('button', 'More', 'press');
  box.replaceChildren(list);
  let shown = 0;
  const next = async () => {
    const items = await Promise.all(found.results.slice(shown, shown + AT_ONCE).map(entry));
    list.append(...items.filter(isLike));
    shown += items.length;
    if (shown < found.results.length) { box.append(more); } else { more.remove(); }
  };
  more.addEventListener('click', next);
  await next();
}
for (const name of ['q', 'from', 'to', 'outlet']) { if (form.elements[name] && asked.get(name)) { form.elements[name].value = asked.get(name); } }
if ([...asked.values()].some(Boolean)) {
  count.textContent = 'Searching \u2026';
  search().catch((error) => { count.textContent = 'The search could not be made: ' + error.message; });
}
