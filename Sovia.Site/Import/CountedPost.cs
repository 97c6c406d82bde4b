namespace Sovia.Import;

/// <summary>A post of the library that an earlier attempt counted.</summary>
/// <param name="Id">The post's id.</param>
/// <param name="RootId">The root of its family.</param>
internal sealed record CountedPost(Guid Id, Guid RootId);
