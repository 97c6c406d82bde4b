using Npgsql;
using NpgsqlTypes;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Translates prompt queries to SQL over <c>sovia.prompt</c> as <c>x</c>.</summary>
/// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
internal sealed class PromptSql(NpgsqlParameterCollection parameters)
{
    /// <summary>Builds the condition for the prompts of a query.</summary>
    public string BuildWhere(PromptQuery query)
    {
        var conditions = new List<string>();
        if (query.Show == PromptFilter.Used) conditions.Add("x.by_uses < 0");
        if (query.Show is PromptFilter.Ideas or PromptFilter.Untried) conditions.Add("x.idea_at is not null");
        if (query.Show == PromptFilter.Untried) conditions.Add("x.by_uses = 0");
        // The condition on idea_at lets the planner use the small index of ideas.
        if (query.Tag is { } tag)
            conditions.Add($"x.idea_at is not null and {AddParameter(TagText.ToKey(tag), NpgsqlDbType.Text)} = any(x.tag_keys)");
        if (BuildIsShown() is { } isShownSql) conditions.Add(isShownSql);
        if (query.Term is { } term) conditions.Add(new TermSql(parameters).BuildCondition(term));
        return conditions.Count == 0 ? "true" : string.Join(" and ", conditions);
    }

    /// <summary>
    /// Builds the condition for prompts with at least one item that the user's search does not hide, or without items; null if nothing
    /// is hidden.
    /// </summary>
    public string? BuildIsShown()
    {
        if (HideFilter.Current is null) return null;
        var shownPromptsSql = HideFilter.Exclude(ResolvedQuery.All with { Unit = ListUnit.Post }).BuildSql(parameters, "x.prompt");
        return $"(x.by_uses = 0 or x.key in ({shownPromptsSql}))";
    }

    /// <summary>Builds the condition for prompts after a cursor.</summary>
    public string BuildAfter(PromptCursor place, PromptSort sort)
    {
        var (recent, key) = (AddParameter(place.LastUsedKey, NpgsqlDbType.Bigint), AddParameter(place.Key, NpgsqlDbType.Bigint));
        if (sort.Column is null) return $"(x.by_recent, x.key) > ({recent}, {key})";
        var value = sort == PromptSort.Alphabet ? AddParameter(place.Value, NpgsqlDbType.Text)
            : AddParameter(int.Parse(place.Value, System.Globalization.CultureInfo.InvariantCulture), NpgsqlDbType.Integer);
        return $"(x.{sort.Column}, x.by_recent, x.key) > ({value}, {recent}, {key})";
    }

    /// <summary>Builds the sort columns of an order.</summary>
    public static string BuildOrderBy(PromptSort sort) =>
        sort.Column is null ? "x.by_recent, x.key" : $"x.{sort.Column}, x.by_recent, x.key";

    private string AddParameter(object value, NpgsqlDbType type)
    {
        parameters.Add(new() { Value = value, NpgsqlDbType = type });
        return $"${parameters.Count}";
    }
}
