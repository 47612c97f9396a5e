// Puts the age beside each printed date: a file is read on another day than it was made.
(function () {
  function words(count, unit) { return count + ' ' + unit + (count === 1 ? '' : 's') + ' ago'; }
  // of a date that names no day, 0 and 1 are "this year" and "last year"
  function vague(count, unit) { return count < 0 ? 'dated in the future' : count > 1 ? words(count, unit) : ['this ', 'last '][count] + unit; }
  function age(value) {
    var parts = value.slice(0, 10).split('-').map(Number), now = new Date();
    var years = now.getFullYear() - parts[0];
    if (parts.length === 1) { return vague(years, 'year'); }
    var months = years * 12 + now.getMonth() + 1 - parts[1];
    if (parts.length === 2) { return months >= 12 ? words(Math.floor(months / 12), 'year') : vague(months, 'month'); }
    if (now.getDate() < parts[2]) { months -= 1; }
    if (months >= 12) { return words(Math.floor(months / 12), 'year'); }
    if (months > 0) { return words(months, 'month'); }
    var days = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()) - new Date(parts[0], parts[1] - 1, parts[2])) / 864e5);
    return days > 1 ? words(days, 'day') : days === 1 ? 'yesterday' : days === 0 ? 'today' : 'dated in the future';
  }
  document.querySelectorAll('.age, .entry-age').forEach(function (span) {
    var before = span.previousElementSibling;
    while (before && before.tagName !== 'TIME') { before = before.querySelector('time') || before.previousElementSibling; }
    if (before && before.getAttribute('datetime')) {
      span.textContent = (span.className === 'age' ? '\u00b7 ' : '') + age(before.getAttribute('datetime'));
    }
  });
})();
