/** After the exigences: what warns, what was not played, what the bench did, and the preuves themselves. */
export const appendixTemplate = `
<% if (it.warnings.length > 0) { %>
<section id="avertissements" aria-labelledby="avertissements-titre"><h2 id="avertissements-titre"><%= it.t('warnings') %></h2><p><%= it.t('warnings.about') %></p>
<ul class="warnings">
<% for (const row of it.warnings) { %><li><%~ include('@badge', { ...it, scale: 'outcome', value: row.outcome }) %> <a href="<%= it.href('controle', row.id) %>"><%= it.prose(row.title) %></a> <span class="meta"><%= it.prose(row.scenarioTitle) %></span>
<% if (row.findings.length > 0) { %><p><%= it.prose(row.findings[0].says) %></p><% } else if (row.reason !== undefined) { %><p><%= it.prose(row.reason) %></p><% } %>
<% if (row.confirmerait !== undefined) { %><p><span class="meta"><%= it.t('row.confirm') %> :</span> <%= it.prose(row.confirmerait) %></p><% } %></li>
<% } %>
</ul></section>
<% } %>
<% if (it.benchRows.length > 0) { %>
<section id="banc" aria-labelledby="banc-titre"><h2 id="banc-titre"><%= it.t('bench') %></h2><p><%= it.t('bench.about') %></p>
<% for (const row of it.benchRows) { %><%~ include('@row', { ...it, row }) %><% } %>
</section>
<% } %>
<% if (it.report.skipped.length > 0) { %>
<section id="non-exerces" aria-labelledby="non-exerces-titre"><h2 id="non-exerces-titre"><%= it.t('skipped') %></h2>
<div class="scroll" tabindex="0" role="region" aria-label="<%= it.t('table', { of: it.t('skipped') }) %>"><table><thead><tr><th scope="col"><%= it.t('skipped.scenario') %></th><th scope="col"><%= it.t('skipped.reason') %></th></tr></thead><tbody>
<% for (const one of it.report.skipped) { %><tr><td><%= it.prose(one.title) %><br><span class="id meta"><%= one.id %></span></td><td><%= it.prose(one.reason) %></td></tr><% } %>
</tbody></table></div></section>
<% } %>
<% if (it.report.faults.length > 0) { %>
<section id="fautes" aria-labelledby="fautes-titre"><h2 id="fautes-titre"><%= it.t('faults') %></h2><p><%= it.t('faults.about') %></p>
<details class="apart faults"><summary><%= it.t('faults.all', { count: it.report.faults.length }) %></summary>
<div class="scroll" tabindex="0" role="region" aria-label="<%= it.t('table', { of: it.t('faults') }) %>"><table><thead><tr><th scope="col"><%= it.t('faults.fault') %></th><th scope="col"><%= it.t('faults.step') %></th><th scope="col"><%= it.t('finding.preuve') %></th></tr></thead><tbody>
<% for (const one of it.report.faults) { %><tr><td><%= it.prose(one.title) %><br><span class="id meta"><%= one.fault %></span></td><td class="id"><%= one.scenario %>#<%= one.step %></td><td><a href="<%= it.href('preuve', one.preuve) %>"><%= one.preuve %></a></td></tr><% } %>
</tbody></table></div></details></section>
<% } %>
<section id="inattendus" aria-labelledby="inattendus-titre"><h2 id="inattendus-titre"><%= it.t('unexpected') %></h2>
<% if (it.report.unexpected.length === 0) { %><p><%= it.t('unexpected.none') %></p><% } else { %><ul><% for (const id of it.report.unexpected) { %><li><a href="<%= it.href('preuve', id) %>"><%= id %></a> <%= it.brief(it.preuveOf(id)?.summary ?? '') %></li><% } %></ul><% } %>
</section>
<section id="preuves" aria-labelledby="preuves-titre"><h2 id="preuves-titre"><%= it.t('preuves') %></h2><p><%= it.t('preuves.about') %></p>
<% if (it.cited.length > 0) { %><h3><%= it.t('preuves.cited') %></h3>
<% for (const seen of it.cited) { %><%~ include('@preuve', { ...it, seen }) %><% } %>
<% } %>
<% if (it.others.length > 0) { %><h3><%= it.t('preuves.others') %></h3>
<% for (const [scenario, own] of it.others) { %><details class="apart"><summary><span class="id"><%= scenario === '' ? it.t('preuves.noScenario') : scenario %></span> (<%= own.length %>)</summary><ul class="one-line"><% for (const seen of own) { %><li id="<%= it.anchor('preuve', seen.id) %>"><span class="id"><%= seen.id %></span> <span class="id"><%= seen.kind %></span> <%= it.brief(seen.summary) %></li><% } %></ul></details>
<% } %><% } %>
</section>
<section id="refaire" aria-labelledby="refaire-titre"><h2 id="refaire-titre"><%= it.t('reproduce') %></h2>
<p><%= it.t('reproduce.verify') %> <code>segur verify reports/<%= it.report.run.id %></code></p>
<p><%= it.t('reproduce.explain') %> <code>segur explain <%= it.report.chapitres[0]?.exigences[0]?.id ?? '' %></code></p>
<p><%= it.t('reproduce.run') %> <code>segur run --only <%= it.report.rows[0]?.scenario ?? '' %></code></p>
</section>`;
