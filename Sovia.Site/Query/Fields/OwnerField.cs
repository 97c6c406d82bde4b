using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the account that created an item.</summary>
internal static class OwnerField
{
    public static readonly Field Field = new("owner") { Metatags = [new OwnerMetatag()] };
}

/// <summary>The <c>owner:</c> metatag.</summary>
internal sealed class OwnerMetatag : IMetatag
{
    private const string None = "none";

    public string Name => "owner";

    public string Help => "Account that made any item in the stack, by its ID. Use none for unknown.";

    public ImmutableArray<string> Examples => ["owner:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "owner:none"];

    public ImmutableArray<string> Values => [None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar) =>
        item.Text.Equals(None, StringComparison.OrdinalIgnoreCase) ? new(new Term.OwnerIs(null), None)
        : Guid.TryParse(item.Text, out var ownerId) ? new(new Term.OwnerIs(ownerId), ownerId.ToString("D"))
        : ParsedValue.Invalid(
            $"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't an account. Use its ID, as in {Examples[0]}, or none.");
}
