using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Query.Terms;

/// <summary>
/// Translates a term to SQL over <c>sovia.family_index</c> or <c>sovia.post_index</c> as <c>x</c>. Parts that the text index can answer
/// become one tsquery; the rest become further conditions.
/// </summary>
/// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
public sealed class TermSql(NpgsqlParameterCollection parameters)
{
    /// <summary>
    /// Returns the condition for a list. For posts, families are filtered first, because only they have a text index.
    /// </summary>
    public string BuildListCondition(Term term)
    {
        var condition = BuildCondition(term);
        return ListsPosts && TsQueryBuilder.BuildFamilyPrefilter(term) is { } prefilter
            && !IncludesUnlisted
            ? $"{condition} and x.root_id in (select f.id from sovia.family_index f where f.tenant_id = $1 and f.lexemes @@ {Bind(prefilter, NpgsqlDbType.Text)}::tsquery)"
            : condition;
    }

    /// <summary>Returns the condition that matches the same rows as the term.</summary>
    public string BuildCondition(Term term) => term switch
    {
        Term.AllOf { Parts: [] } => "true",
        Term.AnyOf { Parts: [] } => "false",
        _ when TsQueryBuilder.TryBuild(term) is { } query => Match(query),
        Term.AllOf all => Join(all.Parts, " and "),
        Term.AnyOf any => Join(any.Parts, " or "),
        // Written as an equality, because that can use an index.
        Term.Negation { Other: Term.KindIs kind } when !ListsPosts => BuildKind(kind.Kind, hasAny: false),
        Term.Negation not => $"not ({BuildCondition(not.Other)})",
        Term.Phrase phrase => $"({Match(TsQueryBuilder.BuildRequiredWords(phrase))} and {Find(AnalyzedText.FormatPhrase(phrase.Tokens))})",
        Term.Compound compound => BuildCompound(compound),
        Term.KindIs kind when !ListsPosts => BuildKind(kind.Kind, hasAny: true),
        Term.KindIs kind => $"x.by_kind = {SortKeyEncoding.ToKey(kind.Kind)}",
        Term.CoverIs cover => $"x.by_kind = {SortKeyEncoding.ToKey(cover.Kind)}",
        Term.LikedIs liked => $"{(HasAnnotations ? "a" : "x")}.by_likes = {SortKeyEncoding.ToKey(liked.Liked)}",
        Term.AnnotationMatches annotation => annotation.Condition.ToSql(Bind),
        Term.VisibilityIs visibility => $"x.shown = {(short)visibility.Visibility}",
        Term.PromptIs prompt when ListsPosts => $"(x.prompt is not null and x.prompt = {Bind(prompt.Key, NpgsqlDbType.Bigint)})",
        Term.PromptIs prompt =>
            $"x.id in (select m.root_id from sovia.post_index m where m.tenant_id = $1 and m.prompt = {Bind(prompt.Key, NpgsqlDbType.Bigint)})",
        Term.IsDated dated => dated.Dated ? "x.dated" : "not x.dated",
        Term.CreatedBetween span => BuildSpan(span),
        Term.DatePartIs part => $"(x.dated and {part.Offsets.ToSql(part.Part, Bind)} = {part.Number})",
        Term.HasMediaClass mediaClass => $"(x.classes & {mediaClass.Bits}) <> 0",
        Term.CountBetween count => BuildCount(count),
        Term.IdBetween ids => BuildMembers($"m.id between {Bind(ids.First, NpgsqlDbType.Uuid)} and {Bind(ids.Last, NpgsqlDbType.Uuid)}",
            "sovia.mt_doc_post m", "m.root_id", "m.id"),
        Term.IsNearDuplicate => BuildMembers("true",
            "sovia.duplicate_group g cross join lateral unnest(g.posts) as one (id) join sovia.mt_doc_post m on m.tenant_id = g.tenant_id and m.id = one.id",
            "m.root_id", "m.id"),
        Term.ImportedByRun run => BuildMembers($"r.run_id = {Bind(run.RunId, NpgsqlDbType.Uuid)}",
            "sovia.run_post r join sovia.mt_doc_post m on m.tenant_id = r.tenant_id and m.id = r.post_id", "m.root_id", "m.id"),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "There is no SQL for this term."),
    };

    private string Join(IEnumerable<Term> parts, string separator)
    {
        // Parts that the text index can answer are combined into one tsquery.
        var partsByIndexed = parts.ToLookup(part => TsQueryBuilder.TryBuild(part) is not null);
        var conditions = partsByIndexed[false].Select(BuildCondition).ToList();
        if (partsByIndexed[true].Select(part => TsQueryBuilder.TryBuild(part)!).ToList() is { Count: > 0 } queries)
            conditions.Insert(0,
                $"x.lexemes @@ {Bind(string.Join(separator == " or " ? " | " : " & ", queries.Select(query => $"({query})")), NpgsqlDbType.Text)}::tsquery");
        return $"({string.Join(separator, conditions)})";
    }

    // All words must be present, and consecutive in one text. A text has a line without diacritics only if it contains any.
    private string BuildCompound(Term.Compound compound)
    {
        var bare = compound.Tokens.Select(TextFolding.RemoveDiacritics).ToList();
        var (line, bareLine) = (AnalyzedText.FormatPhrase(bare), AnalyzedText.FormatPhraseWithoutDiacritics(bare));
        var trim = compound.EndsWithPrefix ? 1 : 0;
        return $"({Match(TsQueryBuilder.BuildRequiredWords(compound))} and ({Find(line[..^trim])} or {Find(bareLine[..^trim])}))";
    }

    private string Match(string query) => $"x.lexemes @@ {Bind(query, NpgsqlDbType.Text)}::tsquery";

    private string Find(string line) => $"strpos(x.texts, {Bind(line, NpgsqlDbType.Text)}) > 0";

    private string BuildSpan(Term.CreatedBetween span)
    {
        var conditions = new List<string> { "x.dated" };
        if (span.From is { } from) conditions.Add($"x.age <= {Bind(SortKeyEncoding.ToAge(from), NpgsqlDbType.Bigint)}");
        if (span.Before is { } before) conditions.Add($"x.age > {Bind(SortKeyEncoding.ToAge(before), NpgsqlDbType.Bigint)}");
        return $"({string.Join(" and ", conditions)})";
    }

    // Matches the conditions of the partial indexes in SearchTables.sql; the number of videos is stored negated.
    private static string BuildKind(MediaKind kind, bool hasAny) => kind switch
    {
        MediaKind.Image => hasAny ? "x.images > 0" : "x.images = 0",
        MediaKind.Video => hasAny ? "x.by_videos < 0" : "x.by_videos = 0",
        _ => $"x.items {(hasAny ? '>' : '=')} x.images - x.by_videos",
    };

    private static string BuildCount(Term.CountBetween count)
    {
        // The number of videos is stored negated, so that the index has the most first.
        var (column, sign) = count.Kind switch
        {
            CountKind.Videos => ("x.by_videos", -1L),
            CountKind.Images => ("x.images", 1L),
            _ =>
            ("x.items", 1L)
        };
        var conditions = new List<string>();
        if (count.Min is { } min) conditions.Add($"{column} {(sign < 0 ? "<=" : ">=")} {sign * min}");
        if (count.Max is { } max) conditions.Add($"{column} {(sign < 0 ? ">=" : "<=")} {sign * max}");
        return conditions.Count == 0 ? "true" : $"({string.Join(" and ", conditions)})";
    }

    private string BuildMembers(string condition, string tables, string root, string id) =>
        $"x.id in (select {(ListsPosts ? id : root)} from {tables} where m.tenant_id = $1 and {condition}{(IncludesUnlisted ? "" : $" and {UnlistedPosts.BuildIsListedSql("m.id")}")})";

    /// <summary>True if the condition is for the views that include unlisted items.</summary>
    public bool IncludesUnlisted { get; init; }

    /// <summary>True if annotation rows are joined to the index rows, as <c>a</c>.</summary>
    public bool HasAnnotations { get; init; }

    /// <summary>True if the condition is for <c>post_index</c>, which has one row for each post.</summary>
    public bool ListsPosts { get; init; }

    private string Bind(object value, NpgsqlDbType type)
    {
        parameters.Add(new() { Value = value, NpgsqlDbType = type });
        return $"${parameters.Count}";
    }
}
