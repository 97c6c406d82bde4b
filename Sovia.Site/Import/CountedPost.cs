namespace Sovia.Import;

/// <summary>A post that the library has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RootId">Its family.</param>
internal sealed record CountedPost(Guid Id, Guid RootId);
