using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Near duplicates of other items, until their group has a decision.</summary>
internal static class DuplicateField
{
    public static readonly Field Field = new("duplicate")
    {
        Is = [("duplicate", new Term.IsNearDuplicate())],
        Help = [new("is:duplicate", "Items that look nearly the same as another and are not decided yet.")],
    };
}
