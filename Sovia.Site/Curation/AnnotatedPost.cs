using Sovia.Library;

namespace Sovia.Curation;

/// <summary>A post with what its user decided about it.</summary>
/// <param name="Post">The post, without what its sources said to the letter.</param>
/// <param name="Annotation">What was decided; null where nothing was.</param>
public sealed record AnnotatedPost(Post Post, Annotation? Annotation);
