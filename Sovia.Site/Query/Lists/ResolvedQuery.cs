using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Query.Fields;
using Sovia.Query.Terms;

namespace Sovia.Query.Lists;

/// <summary>A query that is ready to be read as a list.</summary>
/// <param name="Term">The term that items match.</param>
/// <param name="FilterKey">The cache key of term and unit: lists with equal keys differ only in order.</param>
/// <param name="Sort">The order; null for newest first.</param>
/// <param name="Seed">The seed of <see cref="SortBy.Random"/>.</param>
/// <param name="Unit">The unit of the list.</param>
public sealed record ResolvedQuery(Term Term, string FilterKey, SortBy? Sort = null, int Seed = 0, ListUnit Unit = ListUnit.Family)
{
    /// <summary>All families, newest first.</summary>
    public static readonly ResolvedQuery All = new(Term.Everything, "");

    /// <summary>The effective order.</summary>
    public SortBy Order => Sort is null || (Sort == SortBy.Manual && ManualOrderCollectionId is null) ? SortBy.DateDesc : Sort;

    /// <summary>
    /// The collection of the manual order (<see cref="SortBy.Manual"/>); null for any other order, and if the query names no collection.
    /// </summary>
    public Guid? ManualOrderCollectionId => Sort == SortBy.Manual ? FindCollectionId(Term) : null;

    /// <summary>Resolves a query, without the items that the user hides by a search.</summary>
    public static ResolvedQuery From(LibraryQuery query) =>
        HideFilter.Exclude(new(query.Term, query.FilterKey, query.Sort, query.Seed, query.Unit));

    /// <summary>
    /// The same list in a library without annotations: conditions on annotations are constant, and no annotation row is read.
    /// </summary>
    public ResolvedQuery WithoutAnnotations => this with { Term = UnannotatedTerms.Simplify(Term), ReadsAnnotations = false };

    /// <summary>Returns the list simplified for the state of a library.</summary>
    public ResolvedQuery ForLibrary(LibraryState state) => state.StateStamp.Length == 0 ? WithoutAnnotations : this;

    /// <summary>Whether annotation rows are read.</summary>
    public bool ReadsAnnotations { get; private init; } = true;

    /// <summary>
    /// Whether to collect and sort all rows, because they are few. Otherwise PostgreSQL may read along an index in the list's order if that
    /// looks cheaper.
    /// </summary>
    internal bool SortsAllRows { get; init; }

    /// <summary>Returns the sources of the list's rows.</summary>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    /// <param name="also">SQL conditions for further annotated rows that are read with their annotations.</param>
    internal IEnumerable<ListPart> BuildParts(NpgsqlParameterCollection parameters, params IEnumerable<string> also)
    {
        var conditions = ReadsAnnotations ? AnnotationConditions.Concat(also).Distinct(StringComparer.Ordinal).ToList() : [];
        if (conditions.Count == 0) return [new($"{Table} x", $"x.tenant_id = $1 and {BuildCondition(Term)}", HasAnnotations: false)];
        var parts = new List<ListPart>();
        var annotatedSql = $"({string.Join(" or ", conditions)})";
        var unannotatedTerm = UnannotatedTerms.Simplify(Term);
        if (!UnannotatedTerms.MatchesNothing(unannotatedTerm))
            parts.Add(
                new($"{Table} x",
                    $"x.tenant_id = $1 and not exists (select from {AnnotationTable} a where a.tenant_id = $1 and a.id = x.id and {annotatedSql}) and {BuildCondition(unannotatedTerm)}", HasAnnotations: false));
        parts.Add(BuildAnnotatedPart(parameters, annotatedSql));
        return parts;

        string BuildCondition(Term term) =>
            new TermSql(parameters) { ListsPosts = ListsPosts, IncludesUnlisted = IncludesUnlisted }.BuildListCondition(term);
    }

    /// <summary>Returns the list's rows joined to the annotation rows that match a condition.</summary>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    /// <param name="decided">SQL condition over an annotation row (<c>a</c>).</param>
    internal ListPart BuildAnnotatedPart(NpgsqlParameterCollection parameters, string decided) => new(
        $"{AnnotationTable} a join {Table} x on x.tenant_id = $1 and x.id = a.id",
        $"a.tenant_id = $1 and {decided} and {new TermSql(parameters) { ListsPosts = ListsPosts, IncludesUnlisted = IncludesUnlisted, HasAnnotations = true }.BuildListCondition(Term)}",
        HasAnnotations: true);

    /// <summary>Returns SQL that selects columns of each row, in no order.</summary>
    /// <param name="parameters">Receives the values; <c>$1</c> is the tenant.</param>
    /// <param name="columns">Columns of the index row (<c>x</c>); may be empty.</param>
    internal string BuildSql(NpgsqlParameterCollection parameters, string columns) =>
        string.Join(" union all ", BuildParts(parameters).Select(part => $"select {columns} from {part.FromSql} where {part.WhereSql}"));

    // SQL conditions for annotations that the term or the order depends on.
    private IEnumerable<string> AnnotationConditions =>
        UnannotatedTerms.GetPresenceConditions(Term).Concat(SortColumn?.AnnotationWhereSql is { } sortCondition ? [sortCondition] : [])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether the list depends on annotations, not on posts alone.</summary>
    public bool DependsOnAnnotations => ReadsAnnotations && AnnotationConditions.Any();

    /// <summary>Returns the version stamp for cache keys.</summary>
    public string GetStamp(LibraryState state) =>
        DependsOnAnnotations || Term.RequestsNearDuplicates(Term) ? state.CombinedStamp : state.ContentStamp;

    /// <summary>Whether the list contains everything.</summary>
    public bool IsUnfiltered => Term is Term.AllOf { Parts: [] };

    /// <summary>
    /// Whether items are single posts. This is always so for hidden and trashed items, because they may be only some of a family.
    /// </summary>
    internal bool ListsPosts => Unit == ListUnit.Post || IncludesUnlisted;

    /// <summary>The table or view to read.</summary>
    internal string Table => !ListsPosts ? "sovia.family_index" : IncludesUnlisted ? "sovia.every_post" : "sovia.post_index";

    /// <summary>Whether the list includes items that other lists leave out.</summary>
    internal bool IncludesUnlisted => Term.RequestsUnlisted(Term);

    /// <summary>The table of the documents.</summary>
    internal string DocumentTable => ListsPosts ? "sovia.mt_doc_post" : "sovia.mt_doc_family";

    /// <summary>SQL of the parts of a post's document that a card needs: all but its raw source records.</summary>
    internal const string PostDataSql = "d.data - '{raw,statements}'::text[]";

    /// <summary>SQL of the parts of the documents that a card needs.</summary>
    internal string DataSql => ListsPosts ? PostDataSql : "d.data";

    /// <summary>The table of the annotation rows.</summary>
    internal string AnnotationTable => ListsPosts ? "sovia.post_annotation" : "sovia.family_annotation";

    /// <summary>
    /// The column that is compared before age and ID; null if there is none. Posts do not have every column, such as the number of videos.
    /// </summary>
    internal SortColumn? SortColumn => Order.Column is { } column && (column.AppliesToPosts || !ListsPosts) ? column : null;

    /// <summary>
    /// Returns whether a cursor fits the list. False for another order or shuffle, and for a value that the column cannot hold.
    /// </summary>
    public bool IsValidCursor(Cursor cursor) =>
        Order == SortBy.Random ? cursor == ShuffledPageReader.ComputeCursor(cursor.Id, Seed) : Order == SortBy.Manual
        ? ManualPosition.FromCursor(cursor) is not null
        : SortColumn is { } column ? column.Parse(cursor.Key) is not null : cursor.Key is null;

    private static Guid? FindCollectionId(Term term) => term switch
    {
        Term.AllOf all => all.Parts.Select(FindCollectionId).FirstOrDefault(id => id is not null),
        Term.AnyOf any => any.Parts.Select(FindCollectionId).FirstOrDefault(id => id is not null),
        Term.AnnotationMatches { Condition: InCollections { Ids: [var first, ..] } } => first,
        _ => null,
    };
}
