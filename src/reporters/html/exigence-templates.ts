/** A verdict in one word, with its sign. `it.scale` is the message family, `it.value` the value. */
export const badgeTemplate = `<span class="badge <%= it.tone(it.value) %>"><span aria-hidden="true"><%= it.mark(it.value) %></span> <%= it.t(it.scale + '.' + it.value) %></span>`;

export const clausesTemplate = `
<% if (it.clauses.length > 0) { %>
<p class="label"><%= it.t('clauses') %></p>
<ul class="clauses">
<% for (const clause of it.clauses) { %>
<li><% if (it.isLink(clause.url)) { %><a href="<%= clause.url %>" rel="noreferrer noopener"><%= clause.source %></a><% } else { %><%= clause.source %><% } %><% if (clause.section !== undefined) { %>, <%= clause.section %><% } %> <span class="trust">[<%= clause.trust %>] <%= it.t('trust.' + clause.trust) %></span></li>
<% } %>
</ul>
<% } %>`;

export const chapitreTemplate = `
<section class="chapitre" id="<%= it.anchor('chapitre', it.chapitre.id) %>" aria-labelledby="<%= it.anchor('titre', it.chapitre.id) %>">
<h3 id="<%= it.anchor('titre', it.chapitre.id) %>"><%= it.prose(it.chapitre.title) %> <span class="code"><%= it.chapitre.id %></span> <%~ include('@badge', { ...it, scale: 'chapitre', value: it.chapitre.verdict }) %></h3>
<% for (const exigence of it.applicable(it.chapitre)) { %><%~ include('@exigence', { ...it, exigence }) %><% } %>
<% const out = it.notApplicable(it.chapitre); if (out.length > 0) { %>
<details class="apart">
<summary><%= out.length === 1 ? it.t('exigence.nonApplicable') : it.t('exigence.nonApplicables', { count: out.length }) %></summary>
<% for (const exigence of out) { %><%~ include('@exigence', { ...it, exigence }) %><% } %>
</details>
<% } %>
</section>`;

export const exigenceTemplate = `
<details class="exigence line <%= it.tone(it.exigence.verdict) %>" id="<%= it.anchor('exigence', it.exigence.id) %>" data-verdict="<%= it.exigence.verdict %>"<% if (it.warned(it.exigence)) { %> data-warned<% } %>>
<summary><%~ include('@badge', { ...it, scale: 'exigence', value: it.exigence.verdict }) %> <h4><span class="id"><%= it.exigence.id %></span> <%= it.prose(it.exigence.title) %></h4><% if (it.warned(it.exigence)) { %> <span class="badge warn"><span aria-hidden="true"><%= it.mark('warn') %></span> <%= it.t('outcome.warn') %></span><% } %></summary>
<div class="inside">
<p class="meta"><%= it.t('exigence.' + it.exigence.nature) %> · <%= it.t('vague') %> <%= it.exigence.vague %> · <%= it.t('exigence.profil') %> <%= it.exigence.profil %><% if (it.exigence.arbitrage === 'a-retravailler') { %> · <%= it.t('exigence.arbitrage') %><% } %> · <a href="<%= it.href('exigence', it.exigence.id) %>"><%= it.t('link') %></a></p>
<% const told = [...it.exigence.reasons, ...it.exigence.flags].filter((text, index, all) => all.findIndex((other) => other.fr === text.fr) === index); if (told.length > 0) { %>
<p class="label"><%= it.t('reasons') %></p>
<ul><% for (const reason of told) { %><li><%= it.prose(reason) %></li><% } %></ul>
<% } %>
<%~ include('@clauses', { ...it, clauses: it.exigence.clauses }) %>
<% if (it.exigence.preuves.length > 0) { %>
<p class="label"><%= it.t('preuves.expected') %></p>
<ul class="attendues">
<% for (const preuve of it.exigence.preuves) { %><%~ include('@attendue', { ...it, preuve }) %><% } %>
</ul>
<% } %>
</div>
</details>`;

export const attendueTemplate = `
<li>
<p><%~ include('@badge', { ...it, scale: 'preuve', value: it.preuve.verdict }) %> <span class="id"><%= it.preuve.id %></span> <span class="meta"><%= it.t('nature.' + it.preuve.nature) %>, <%= it.t('automation.' + it.preuve.automation) %></span></p>
<% if (it.preuve.reason !== undefined) { %><p><%= it.prose(it.preuve.reason) %></p><% } %>
<% if (it.preuve.attestation !== undefined) { %><p><%= it.t('preuve.attested', { ...it.preuve.attestation, valeur: it.t('preuve.' + it.preuve.attestation.valeur) }) %><% if (it.preuve.attestation.motif !== undefined) { %> : <%= it.visible(it.preuve.attestation.motif) %><% } %></p><% } %>
<% for (const id of it.preuve.rows) { const row = it.row(id); if (row === undefined) continue; %>
<% if (it.details(it.exigence.id, it.preuve.id, id)) { %><%~ include('@row', { ...it, row }) %>
<% } else { %><p class="elsewhere"><%~ include('@badge', { ...it, scale: 'outcome', value: row.outcome }) %> <%= it.prose(row.title) %> : <a href="<%= it.href('controle', row.id) %>"><%= it.t('row.elsewhere') %> <span class="id"><%= row.id %></span></a></p><% } %>
<% } %>
</li>`;
