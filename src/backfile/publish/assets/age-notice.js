// Backfile's age notice: when an old story is from. Nothing where the day is not sure.
// First an editor's word: <meta name="age-notice" content="off">, or content="2017-02-23".
(function (d) {
  var own = d.currentScript, after = +(own && own.dataset.days || 365), lang = d.documentElement.lang || 'en', days = [];
  function add(text) { var day = /^\d{4}-\d\d-\d\d/.exec(text); if (day) { days.push(day[0]); } }
  function look(node, deep) {
    if (!node || typeof node !== 'object' || deep > 4) { return; }
    if (/Article|Posting|Report/.test(node['@type'])) { add(node.datePublished); return; }
    for (var key in node) { if (key === '@graph' || node.length) { look(node[key], deep + 1); } }
  }
  function each(css, take) { d.querySelectorAll(css).forEach(take); }
  function time(one) { add(one.content || one.getAttribute('datetime')); }
  function run() {
    var said = d.querySelector('meta[name="age-notice"]'), head = d.querySelector('article h1, h1');
    if (!head) { return; }
    if (said) { add(said.content); } else {
      each('script[type="application/ld+json"]', function (one) { try { look(JSON.parse(one.text), 0); } catch (e) { /* no JSON */ } });
      each('meta[property="article:published_time"],[itemprop="datePublished"]', time);
      if (!days.length) { each('article time', time); }
    }
    days.sort();
    var at = new Date(days[0] + 'T12:00'), now = new Date(), box = d.createElement('p');
    if (!(now - at >= after * 864e5) || new Date(days.pop() + 'T12:00') - at > 9e7) { return; }
    var months = (now.getFullYear() - at.getFullYear()) * 12 + now.getMonth() - at.getMonth() - (now.getDate() < at.getDate() ? 1 : 0), years = Math.floor(months / 12);
    box.className = 'age-notice';
    box.setAttribute('role', 'note');
    box.textContent = at.toLocaleDateString(lang, { dateStyle: 'long' }) + ' · ' +
      new Intl.RelativeTimeFormat(lang).format(-(years || months), years ? 'year' : 'month');
    head.before(box);
  }
  if (d.readyState === 'loading') { d.addEventListener('DOMContentLoaded', run); } else { run(); }
})(document);
