using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by near duplicates: items in a group that has no decision yet.</summary>
internal static class DuplicateField
{
    public static readonly Field Field = new("duplicate")
    {
        Is = [("duplicate", new Term.IsNearDuplicate())],
        Help = [new("is:duplicate", "Items that look nearly the same as another and are not decided yet.")],
    };
}
