using Sovia.Library.Language.Tags;
using Sovia.Library.Search;

namespace Sovia.Query.Fields;

/// <summary>How many members a family has.</summary>
internal static class ItemsField
{
    public static readonly Field Field = new("items") { Metatags = [new ItemsTag()] };
}

/// <summary><c>items:</c> how many members.</summary>
internal sealed class ItemsTag() : CountTag("items", "How many images and videos a family has.", CountOf.Items);
