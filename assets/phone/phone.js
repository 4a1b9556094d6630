// SPDX-License-Identifier: MIT
// Makes the phone's page smooth; everything works without it. Looks each second whether the page
// has changed, sends forms in the background, and keeps an answer that didn't go through until it
// does. Nothing is stored on the phone.
(function () {
  'use strict';
  var main = document.querySelector('main');
  var again = document.getElementById('again');
  var said = document.getElementById('said');
  if (!main || !document.getElementById('sheet') || !window.fetch || !window.URLSearchParams) return;

  var SOON = 1000, SELDOM = 4000, PATIENCE = 8000, TYPING = 20000;
  var unsent = [];      // {action, body}: one for each form's address, oldest first
  var isSending = false, isLooking = false, failures = 0, timer = 0;
  var held = null;      // a newer page, while somebody is typing
  var typedAt = 0;

  function sheet() { return document.getElementById('sheet'); }
  function kind(of) { return of.dataset.page + '/' + of.dataset.question; }
  function isText(node) {
    return node && (node.tagName === 'TEXTAREA' || (node.tagName === 'INPUT' && !node.hasAttribute('type')));
  }
  function isTyping() {
    var at = document.activeElement;
    return isText(at) && main.contains(at) && at.value !== at.defaultValue &&
      Date.now() - typedAt < TYPING;
  }
  function trouble(there) {
    if (again.hidden === there) again.hidden = !there;
  }

  // Takes over what was written, chosen or focused, as far as the new page has the same places.
  function carryOver(from, to, keepsTexts) {
    Array.prototype.forEach.call(from.querySelectorAll('input,textarea'), function (old) {
      var fresh = null;
      if (isText(old)) {
        fresh = keepsTexts && old.id && to.querySelector('#' + old.id);
        if (fresh && old.value !== old.defaultValue) fresh.value = old.value;
      } else if (old.type === 'radio' && old.checked && old.form && old.form.hasAttribute('data-keep')) {
        fresh = to.querySelector('input[name="' + old.name + '"][value="' + old.value + '"]');
        if (fresh) fresh.checked = true;
      }
    });
  }
  function place(node) {
    if (node.id) return '#' + node.id;
    if (node.type === 'radio') return 'input[name="' + node.name + '"][value="' + node.value + '"]';
    var form = node.closest && node.closest('form');
    return form && node.tagName === 'BUTTON'
      ? 'form[action="' + form.getAttribute('action') + '"] .' + node.className.split(' ')[1] : '';
  }
  function announce(text) {
    said.textContent = '';
    setTimeout(function () { said.textContent = text; }, 60);
  }

  function show(html, isAnswer) {
    held = null;
    var box = document.createElement('div');
    box.innerHTML = html;
    var fresh = box.querySelector('#sheet'), old = sheet();
    if (!fresh) return;
    var isSame = kind(fresh) === kind(old);
    // The room went on, this page didn't: who reads it by ear keeps the place.
    if (isSame && !isAnswer && fresh.innerHTML === old.innerHTML) {
      old.dataset.version = fresh.dataset.version;
      return;
    }
    var at = document.activeElement, hadFocus = at && main.contains(at);
    var where = isSame && hadFocus ? place(at) : '';
    var isOpen = isSame && old.querySelector('details[open]');
    if (isSame) {
      carryOver(old, fresh, !isAnswer || fresh.querySelector('.note'));
      if (isOpen && fresh.querySelector('details')) fresh.querySelector('details').open = true;
      var was = old.querySelector('#status'), is = fresh.querySelector('#status');
      if (was && is && was.textContent !== is.textContent) announce(is.textContent);
    } else {
      fresh.classList.add('fresh');
    }
    main.replaceChild(fresh, old);
    document.body.className = 'p-' + fresh.dataset.page;
    if (fresh.dataset.page !== 'join' && location.pathname !== '/') history.replaceState(null, '', '/');
    if (isSame) {
      at = where && fresh.querySelector(where);
      if (at) at.focus({ preventScroll: true });
      return;
    }
    var title = fresh.querySelector('h1');
    if (title && hadFocus) {
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    } else if (title) {
      announce(title.textContent);
    }
    window.scrollTo(0, 0);
  }

  function ask(path, options) {
    var stop = window.AbortController ? new AbortController() : null;
    var clock = setTimeout(function () { if (stop) stop.abort(); }, PATIENCE);
    options.credentials = 'same-origin';
    options.cache = 'no-store';
    if (stop) options.signal = stop.signal;
    return fetch(path, options).then(function (reply) {
      return reply.text().then(function (text) {
        clearTimeout(clock);
        // Busy, and no page of the game's: it comes again.
        if ((reply.status > 499 || reply.status === 429) && text.indexOf('id="sheet"') < 0) {
          throw new Error('busy');
        }
        return { status: reply.status, text: text };
      });
    }).catch(function (why) {
      clearTimeout(clock);
      throw why;
    });
  }

  function plan(after) {
    clearTimeout(timer);
    timer = setTimeout(tick, after);
  }
  function pause() {
    if (failures) return Math.min(SELDOM, SOON * failures);
    return document.hidden ? SELDOM : SOON;
  }
  function tick() {
    if (unsent.length) send(); else look();
  }

  function look() {
    if (isLooking || isSending) return plan(SOON);
    if (held && !isTyping()) show(held, false);
    isLooking = true;
    var version = sheet().dataset.version;
    ask('/now?since=' + encodeURIComponent(version), {}).then(function (reply) {
      isLooking = false;
      failures = 0;
      trouble(false);
      // An answer that is on its way knows better than this page, which is older.
      if (reply.status === 200 && !isSending && !unsent.length && version === sheet().dataset.version) {
        if (isTyping()) held = reply.text; else show(reply.text, false);
      }
      plan(unsent.length ? 0 : pause());
    }, function () {
      isLooking = false;
      failures++;
      trouble(failures > 1);
      plan(pause());
    });
  }

  function send() {
    if (isSending || !unsent.length) return;
    isSending = true;
    var one = unsent[0];
    ask(one.action, {
      method: 'POST',
      headers: { 'Accept': 'text/x-inner', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: one.body
    }).then(function (reply) {
      isSending = false;
      failures = 0;
      trouble(false);
      // While it was under way another may have taken its place.
      if (unsent[0] === one) unsent.shift();
      if (!unsent.length && reply.text) show(reply.text, true);
      plan(unsent.length ? 0 : SOON);
    }, function () {
      isSending = false;
      failures++;
      trouble(true);
      plan(pause());
    });
  }

  function post(form) {
    var one = {
      action: form.getAttribute('action'),
      body: new URLSearchParams(new FormData(form)).toString()
    };
    unsent = unsent.filter(function (other) { return other.action !== one.action; });
    unsent.push(one);
    plan(0);
  }

  main.addEventListener('submit', function (event) {
    event.preventDefault();
    post(event.target);
  });
  main.addEventListener('change', function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute('data-tap')) post(form);
  });
  main.addEventListener('input', function () { typedAt = Date.now(); });
  document.addEventListener('visibilitychange', function () {
    if (!document.hidden) plan(0);
  });
  window.addEventListener('online', function () { plan(0); });
  window.addEventListener('pageshow', function () { plan(0); });

  if (sheet().dataset.page !== 'join' && location.pathname !== '/') history.replaceState(null, '', '/');
  plan(SOON);
})();
