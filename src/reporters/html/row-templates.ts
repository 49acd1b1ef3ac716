export const rowTemplate = `
<details class="row line <%= it.tone(it.row.outcome) %>" id="<%= it.anchor('controle', it.row.id) %>">
<summary><%~ include('@badge', { ...it, scale: 'outcome', value: it.row.outcome }) %> <span class="name"><%= it.prose(it.row.title) %></span> <span class="meta"><%= it.prose(it.row.scenarioTitle) %><% if (it.row.steps.length <= 3) { %> · <span class="id"><%= it.row.steps.join(', ') %></span><% } %></span></summary>
<div class="inside">
<% if (it.row.reason !== undefined) { %><p class="reason"><%= it.prose(it.row.reason) %></p><% } %>
<% const shown = new Set(); const first = (id) => !shown.has(id) && shown.add(id) !== undefined; %>
<% for (const finding of it.row.findings) { %><%~ include('@finding', { ...it, finding, first }) %><% } %>
<% if (it.row.notes.length > 0) { %>
<p class="label"><%= it.t('row.notes') %></p>
<% for (const finding of it.row.notes) { %><%~ include('@finding', { ...it, finding, first }) %><% } %>
<% } %>
<% if (it.row.confirmerait !== undefined) { %><p class="label"><%= it.t('row.confirm') %></p><p><%= it.prose(it.row.confirmerait) %></p><% } %>
<%~ include('@clauses', { ...it, clauses: it.row.clauses }) %>
<dl class="facts">
<div><dt><%= it.t('row.scenario') %></dt><dd><span class="id"><%= it.row.scenario %></span>, <%= it.t('row.steps') %> <%= it.row.steps.join(', ') %></dd></div>
<div><dt><%= it.t('row.check') %></dt><dd><span class="id"><%= it.row.check %></span> (<%= it.t('gravite.' + it.row.gravite) %>, <%= it.t('row.fonde.' + it.row.fonde) %>) · <%= it.row.examined === 1 ? it.t('row.examinedOne') : it.t('row.examined', { count: it.row.examined }) %></dd></div>
<% if (it.row.faults.length > 0) { %><div><dt><%= it.t('row.faults') %></dt><dd><span class="id"><%= it.row.faults.join(', ') %></span></dd></div><% } %>
<% if (it.row.preuves.length > 0) { %><div><dt><%= it.t('row.preuves') %></dt><dd><% for (const id of it.row.preuves.slice(0, it.mostPreuves)) { %><a href="<%= it.href('preuve', id) %>"><%= id %></a> <% } %><% if (it.row.preuves.length > it.mostPreuves) { %>… (<%= it.row.preuves.length %>)<% } %></dd></div><% } %>
</dl>
<p class="meta"><code>segur explain <%= it.row.check %></code> · <code>segur run --only <%= it.row.scenario %></code> · <a href="<%= it.href('controle', it.row.id) %>"><%= it.t('link') %></a></p>
</div>
</details>`;

export const findingTemplate = `
<div class="finding <%= it.tone(it.finding.gravite) %>">
<p class="says"><strong><%= it.prose(it.finding.says) %></strong> <span class="meta"><span class="id"><%= it.finding.code %></span> · <%= it.t('gravite.' + it.finding.gravite) %></span></p>
<dl class="facts">
<% if (it.finding.expected !== undefined) { %><div><dt><%= it.t('finding.expected') %></dt><dd><code><%= it.visible(String(it.finding.expected)) %></code></dd></div><% } %>
<% if (it.finding.actual !== undefined) { %><div><dt><%= it.t('finding.actual') %></dt><dd><code><%= it.visible(String(it.finding.actual)) %></code></dd></div><% } %>
<% const where = it.finding.where; if (where !== undefined) { %><div><dt><%= it.t('finding.where') %></dt><dd><% if (where.path !== undefined) { %><code><%= it.visible(where.path) %></code> <% } %><% if (where.line !== undefined) { %><%= it.t('finding.line', { line: where.line }) %> <% } %><% if (where.preuve !== undefined) { %><a href="<%= it.href('preuve', where.preuve) %>"><%= where.preuve %></a><% } %></dd></div><% } %>
<div><dt><%= it.t('finding.fix') %></dt><dd><%= it.prose(it.finding.fix) %></dd></div>
</dl>
<% const seen = where?.preuve === undefined ? undefined : it.preuveOf(where.preuve); if (seen !== undefined && (seen.request !== undefined || seen.response !== undefined) && it.first(seen.id)) { %>
<details class="exchange"><summary><%= it.t('finding.preuve') %> <span class="id"><%= seen.id %></span> <%= it.brief(seen.summary) %></summary>
<%~ include('@exchange', { ...it, seen, excerpt: it.short }) %>
</details>
<% } %>
</div>`;

export const exchangeTemplate = `
<% if (it.seen.request !== undefined) { %><p class="label"><%= it.t('preuve.request') %></p><pre><%= it.excerpt(it.seen.request) %></pre><% } %>
<% if (it.seen.response !== undefined) { %><p class="label"><%= it.t('preuve.response') %></p><pre><%= it.excerpt(it.seen.response) %></pre><% } %>
<% if (it.seen.tls !== undefined) { %><p class="label">TLS</p><p><%= it.visible(it.seen.tls) %></p><% } %>
<% const blobs = Object.entries(it.seen.blobs); if (blobs.length > 0) { %>
<p class="label"><%= it.t('preuve.blobs') %></p>
<ul class="hashes"><% for (const [name, sha256] of blobs) { %><li><%= name %> <code><%= it.blobPath(sha256) %></code></li><% } %></ul>
<% } %>`;

export const preuveTemplate = `
<details class="preuve line" id="<%= it.anchor('preuve', it.seen.id) %>">
<summary><span class="id"><%= it.seen.id %></span> <span class="id"><%= it.seen.kind %></span> <span class="name"><%= it.brief(it.seen.summary) %></span></summary>
<div class="inside">
<p class="meta"><% if (it.seen.scenario !== undefined) { %><%= it.seen.scenario %>#<%= it.seen.step %> · <% } %><%= it.t('preuve.at', { at: it.seconds(it.seen.at) }) %></p>
<% if (it.brief(it.seen.summary) !== it.visible(it.seen.summary)) { %><pre><%= it.visible(it.seen.summary) %></pre><% } %>
<%~ include('@exchange', { ...it, excerpt: it.visible }) %>
</div>
</details>`;
