using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>images:</c> how many images.</summary>
internal sealed class ImagesTag() : CountTag("images", "How many images a family has.", CountOf.Images);
