/** The whole page. Only `include` and the bench's own style and script go in unescaped. */
export const pageTemplate = `<!doctype html>
<html lang="<%= it.lang %>">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="<%= it.policy %>">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="generator" content="segur <%= it.report.run.bench %>">
<title><%= it.visible(String(it.report.solution.nom ?? '')) %> <%= it.visible(String(it.report.solution.version ?? '')) %> : <%= it.t('candidature.' + it.report.verdict.value) %> · <%= it.t('title') %></title>
<style><%~ it.style %></style>
</head>
<body>
<a class="skip" href="#exigences"><%= it.t('skip') %></a>
<header class="top">
<p class="kind">segur · <%= it.t('title') %></p>
<h1><%= it.visible(String(it.report.solution.nom ?? '')) %> <span class="version"><%= it.visible(String(it.report.solution.version ?? '')) %></span></h1>
<section class="verdict <%= it.tone(it.report.verdict.value) %>" aria-labelledby="verdict">
<h2 id="verdict"><span class="visually-hidden"><%= it.t('verdict') %> : </span><span aria-hidden="true"><%= it.mark(it.report.verdict.value) %></span> <%= it.t('candidature.' + it.report.verdict.value) %></h2>
<p class="sentence"><%= it.prose(it.report.verdict.sentence) %></p>
<% if (it.report.catalogue.status !== 'published') { %><p><%= it.t('catalogue.notice') %></p><% } %>
<% if (it.report.only !== undefined) { %><p><strong><%= it.t('only', { only: it.report.only }) %></strong></p><% } %>
<%~ include('@reasons', it) %>
</section>
<%~ include('@identity', it) %>
</header>
<div class="columns">
<%~ include('@contents', it) %>
<main>
<%~ include('@summary', it) %>
<section id="exigences" tabindex="-1" aria-labelledby="exigences-titre">
<h2 id="exigences-titre"><%= it.t('exigences') %></h2>
<%~ include('@filter', it) %>
<% for (const chapitre of it.report.chapitres) { %><%~ include('@chapitre', { ...it, chapitre }) %><% } %>
</section>
<%~ include('@appendix', it) %>
</main>
</div>
<footer><p><%= it.t('footer', { bench: it.report.run.bench, run: it.report.run.id }) %> <%= it.t('word') %></p></footer>
<script><%~ it.script %></script>
</body>
</html>
`;

/** What decided, first: each reason leads to its exigence. */
export const reasonsTemplate = `
<% const reasons = it.report.verdict.reasons; if (reasons.length > 0) { %>
<h3><%= it.t('verdict.reasons') %></h3>
<ul class="reasons"><% for (const reason of reasons.slice(0, 8)) { %><%~ include('@reason', { ...it, reason }) %><% } %></ul>
<% if (reasons.length > 8) { %><details class="apart"><summary><%= it.t('verdict.more', { count: reasons.length - 8 }) %></summary><ul><% for (const reason of reasons.slice(8)) { %><%~ include('@reason', { ...it, reason }) %><% } %></ul></details><% } %>
<% } %>`;

export const reasonTemplate = `<% const id = it.exigenceOf(it.reason); const text = it.prose(it.reason); %><li><% if (id !== undefined) { %><a href="<%= it.href('exigence', id) %>"><%= id %></a><%= text.slice(id.length) %><% } else { %><%= text %><% } %></li>`;

export const identityTemplate = `
<dl class="identity">
<div><dt><%= it.t('editeur') %></dt><dd><%= it.visible(String(it.report.solution.editeur ?? '')) %></dd></div>
<div><dt><%= it.t('candidature') %></dt><dd><%= it.report.candidature.couloir %> · <%= it.report.candidature.dispositif %> · <%= it.t('vague') %> <%= it.report.candidature.vague %></dd></div>
<div><dt><%= it.t('profils') %></dt><dd><%= it.report.candidature.profils.length === 0 ? it.t('none') : it.visible(it.report.candidature.profils.join(', ')) %></dd></div>
<div><dt><%= it.t('catalogue') %></dt><dd><%= it.report.catalogue.id %>, <%= it.report.catalogue.date %> (<%= it.t('catalogue.' + it.report.catalogue.status) %>)</dd></div>
<div><dt><%= it.t('run') %></dt><dd><%= it.report.run.id %>, <%= it.t('run.' + it.report.run.end) %></dd></div>
<div><dt><%= it.t('run.started') %></dt><dd><time datetime="<%= it.report.run.startedAt %>"><%= it.instant(it.report.run.startedAt) %></time></dd></div>
<div><dt><%= it.t('run.ended') %></dt><dd><time datetime="<%= it.report.run.endedAt %>"><%= it.instant(it.report.run.endedAt) %></time></dd></div>
<div><dt><%= it.t('run.pilote') %></dt><dd><%= it.report.run.pilote %></dd></div>
<div><dt><%= it.t('run.bench') %></dt><dd><%= it.report.run.bench %></dd></div>
<div><dt><%= it.t('run.seed') %></dt><dd><%= it.visible(it.report.run.seed) %></dd></div>
<div class="wide"><dt><%= it.t('run.root') %></dt><dd><code><%= it.report.run.root %></code></dd></div>
</dl>`;

export const contentsTemplate = `
<nav aria-label="<%= it.t('contents') %>">
<p class="label"><%= it.t('contents') %></p>
<ul>
<li><a href="#en-bref"><%= it.t('summary') %></a></li>
<% for (const chapitre of it.report.chapitres) { %><li><a href="<%= it.href('chapitre', chapitre.id) %>"><span class="badge <%= it.tone(chapitre.verdict) %>"><span aria-hidden="true"><%= it.mark(chapitre.verdict) %></span><span class="visually-hidden"><%= it.t('chapitre.' + chapitre.verdict) %></span></span> <%= it.prose(chapitre.title) %></a></li><% } %>
<% if (it.warnings.length > 0) { %><li><a href="#avertissements"><%= it.t('warnings') %></a></li><% } %>
<% if (it.benchRows.length > 0) { %><li><a href="#banc"><%= it.t('bench') %></a></li><% } %>
<% if (it.report.skipped.length > 0) { %><li><a href="#non-exerces"><%= it.t('skipped') %></a></li><% } %>
<% if (it.report.faults.length > 0) { %><li><a href="#fautes"><%= it.t('faults') %></a></li><% } %>
<li><a href="#inattendus"><%= it.t('unexpected') %></a></li>
<li><a href="#preuves"><%= it.t('preuves') %></a></li>
<li><a href="#refaire"><%= it.t('reproduce') %></a></li>
</ul>
</nav>`;

export const summaryTemplate = `
<section id="en-bref" aria-labelledby="en-bref-titre">
<h2 id="en-bref-titre"><%= it.t('summary') %></h2>
<div class="counts">
<div><h3><%= it.t('summary.exigences') %></h3><ul><% for (const [value, count] of it.ordered(it.report.counts.exigences)) { %><li><strong><%= count %></strong> <%~ include('@badge', { ...it, scale: 'exigence', value }) %></li><% } %></ul></div>
<div><h3><%= it.t('summary.rows') %></h3><ul><% for (const [value, count] of it.ordered(it.report.counts.rows)) { %><li><strong><%= count %></strong> <%~ include('@badge', { ...it, scale: 'outcome', value }) %></li><% } %></ul></div>
</div>
<p class="meta"><%= it.t('summary.preuves', { count: it.report.counts.preuves }) %></p>
</section>`;

/** Shown by the script only: without it there is nothing to filter with. */
export const filterTemplate = `
<form class="filter" hidden aria-label="<%= it.t('filter') %>">
<fieldset><legend><%= it.t('filter.verdicts') %></legend>
<% for (const [value, count] of it.ordered(it.report.counts.exigences)) { %><label><input type="checkbox" name="verdict" value="<%= value %>" checked> <%= it.t('exigence.' + value) %> (<%= count %>)</label>
<% } %><label><input type="checkbox" name="warned"> <%= it.t('filter.warned') %></label>
</fieldset>
<p class="search"><label for="recherche"><%= it.t('filter.search') %></label> <input type="search" id="recherche" autocomplete="off" spellcheck="false"></p>
<p><button type="button" data-open><%= it.t('filter.open') %></button> <button type="button" data-close><%= it.t('filter.close') %></button> <output for="recherche" role="status" data-text="<%= it.t('filter.shown') %>"></output></p>
</form>`;
