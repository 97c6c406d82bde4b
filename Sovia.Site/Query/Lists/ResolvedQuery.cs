using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library.Browsing;
using Sovia.Query.Fields;
using Sovia.Query.Terms;

namespace Sovia.Query.Lists;

/// <summary>A list to walk through.</summary>
/// <param name="Term">What is in it.</param>
/// <param name="FilterKey">Names the term and the unit for caches: equal names, equal lists but for their order.</param>
/// <param name="Sort">What comes first; null for the newest.</param>
/// <param name="Seed">Which shuffle, for <see cref="SortBy.Random"/>.</param>
/// <param name="Unit">What it is made of.</param>
public sealed record ResolvedQuery(Term Term, string FilterKey, SortBy? Sort = null, int Seed = 0, ListUnit Unit = ListUnit.Family)
{
    /// <summary>All families, newest first.</summary>
    public static readonly ResolvedQuery All = new(Term.Everything, "");

    /// <summary>What comes first.</summary>
    public SortBy Order => Sort is null || (Sort == SortBy.Hand && Hand is null) ? SortBy.DateDesc : Sort;

    /// <summary>
    /// The collection whose order it has, for <see cref="SortBy.Hand"/>; null for any other order, and where no collection is asked for.
    /// </summary>
    public Guid? Hand => Sort == SortBy.Hand ? CollectionIn(Term) : null;

    /// <summary>What a query asks for.</summary>
    public static ResolvedQuery From(LibraryQuery query) => new(query.Term, query.FilterKey, query.Sort, query.Seed, query.Unit);

    /// <summary>
    /// The same list in a library where nobody has decided anything: whatever asks for decisions is known then, and no annotation row is
    /// read.
    /// </summary>
    public ResolvedQuery WithoutAnnotations => this with { Term = UnannotatedTerms.Simplify(Term), ReadsAnnotations = false };

    /// <summary>The list as a library has it.</summary>
    public ResolvedQuery ForLibrary(LibraryState state) => state.StateStamp.Length == 0 ? WithoutAnnotations : this;

    /// <summary>Whether annotation rows are read for it.</summary>
    public bool ReadsAnnotations { get; private init; } = true;

    /// <summary>
    /// Whether all its rows are to be gathered and sorted, since they are few: otherwise they are met on a walk along its order, if that
    /// looks cheaper.
    /// </summary>
    internal bool SortsAllRows { get; init; }

    /// <summary>Where its rows come from.</summary>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    /// <param name="also">SQL of where else rows were decided about that are wanted with their annotation rows.</param>
    internal IEnumerable<ListPart> BuildParts(NpgsqlParameterCollection parameters, params IEnumerable<string> also)
    {
        var sets = ReadsAnnotations ? Decisions.Concat(also).Distinct(StringComparer.Ordinal).ToList() : [];
        if (sets.Count == 0) return [new($"{Table} x", $"x.tenant_id = $1 and {Where(Term)}", HasAnnotations: false)];
        var parts = new List<ListPart>();
        var decided = $"({string.Join(" or ", sets)})";
        var rest = UnannotatedTerms.Simplify(Term);
        if (!UnannotatedTerms.MatchesNothing(rest))
            parts.Add(
                new($"{Table} x",
                    $"x.tenant_id = $1 and not exists (select from {AnnotationTable} a where a.tenant_id = $1 and a.id = x.id and {decided}) and {Where(rest)}", HasAnnotations: false));
        parts.Add(BuildAnnotatedPart(parameters, decided));
        return parts;

        string Where(Term term) =>
            new TermSql(parameters) { IsOfPosts = IsOfPosts, IncludesUnlisted = IncludesUnlisted }.BuildListCondition(term);
    }

    /// <summary>Its rows with the annotation rows beside them, as far as something was decided about them.</summary>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    /// <param name="decided">SQL over an annotation row, called <c>a</c>.</param>
    internal ListPart BuildAnnotatedPart(NpgsqlParameterCollection parameters, string decided) => new(
        $"{AnnotationTable} a join {Table} x on x.tenant_id = $1 and x.id = a.id",
        $"a.tenant_id = $1 and {decided} and {new TermSql(parameters) { IsOfPosts = IsOfPosts, IncludesUnlisted = IncludesUnlisted, HasAnnotations = true }.BuildListCondition(Term)}",
        HasAnnotations: true);

    /// <summary>A query that finds something of each of its rows, in no order.</summary>
    /// <param name="parameters">Where values go; <c>$1</c> is the tenant.</param>
    /// <param name="columns">What is wanted of the index row, called <c>x</c>; may be empty.</param>
    internal string BuildSql(NpgsqlParameterCollection parameters, string columns) =>
        string.Join(" union all ", BuildParts(parameters).Select(part => $"select {columns} from {part.FromSql} where {part.WhereSql}"));

    // SQL of where the things were decided that it asks for or is sorted by.
    private IEnumerable<string> Decisions =>
        UnannotatedTerms.GetPresenceConditions(Term).Concat(SortColumn?.AnnotationWhereSql is { } sorted ? [sorted] : [])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether it depends on what users decided, and not on posts alone.</summary>
    public bool DependsOnAnnotations => ReadsAnnotations && Decisions.Any();

    /// <summary>What a cache keeps it under.</summary>
    public string GetStamp(LibraryState state) => DependsOnAnnotations ? state.CombinedStamp : state.ContentStamp;

    /// <summary>Whether everything is in it.</summary>
    public bool IsUnfiltered => Term is Term.AllOf { Parts: [] };

    /// <summary>
    /// Each image and video on its own, as always in a list that asks for what is hidden or in the trash: of a family only some may be.
    /// </summary>
    internal bool IsOfPosts => Unit == ListUnit.Post || IncludesUnlisted;

    /// <summary>The table it reads.</summary>
    internal string Table => !IsOfPosts ? "sovia.family_index" : IncludesUnlisted ? "sovia.every_post" : "sovia.post_index";

    /// <summary>Whether it asks for what lists do not show.</summary>
    internal bool IncludesUnlisted => Term.RequestsUnlisted(Term);

    /// <summary>The table of its documents.</summary>
    internal string DocumentTable => IsOfPosts ? "sovia.mt_doc_post" : "sovia.mt_doc_family";

    /// <summary>What of a post's document a card needs: not what its sources said to the letter.</summary>
    internal const string PostDataSql = "d.data - '{raw,statements}'::text[]";

    /// <summary>What of its documents a card needs.</summary>
    internal string DataSql => IsOfPosts ? PostDataSql : "d.data";

    /// <summary>The table of its annotation rows.</summary>
    internal string AnnotationTable => IsOfPosts ? "sovia.post_annotation" : "sovia.family_annotation";

    /// <summary>What its order compares before age and id; null where that is nothing. A post alone has no videos to count.</summary>
    internal SortColumn? SortColumn => Order.Column is { } key && (key.AppliesToPosts || !IsOfPosts) ? key : null;

    /// <summary>
    /// Whether a cursor can be a place in it. One of another order, of another shuffle or with a value that its column cannot hold is none.
    /// </summary>
    public bool HasPlace(Cursor cursor) =>
        Order == SortBy.Random ? cursor == ShuffledPageReader.ComputeCursor(cursor.Id, Seed) : Order == SortBy.Hand
        ? HandPlace.Of(cursor) is not null : SortColumn is { } key ? key.Parse(cursor.Key) is not null : cursor.Key is null;

    private static Guid? CollectionIn(Term term) => term switch
    {
        Term.AllOf all => all.Parts.Select(CollectionIn).FirstOrDefault(id => id is not null),
        Term.AnyOf any => any.Parts.Select(CollectionIn).FirstOrDefault(id => id is not null),
        Term.AnnotationMatches { Condition: InCollections { Ids: [var first, ..] } } => first,
        _ => null,
    };
}
