using Sovia.Library.Search;

namespace Sovia.Library.Language.Tags;

/// <summary><c>videos:</c> how many videos.</summary>
internal sealed class VideosTag() : CountTag("videos", "How many videos a family has.", CountOf.Videos);
