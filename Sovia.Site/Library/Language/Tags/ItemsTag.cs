using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>items:</c> how many members.</summary>
internal sealed class ItemsTag() : CountTag("items", "How many images and videos a family has.", CountOf.Items);
