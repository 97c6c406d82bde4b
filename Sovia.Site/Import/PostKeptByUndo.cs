namespace Sovia.Import;

/// <summary>A post that an undo keeps because removing it would lose the user's edits.</summary>
/// <param name="Id">The post.</param>
/// <param name="Reason">The reason, as text for the user.</param>
public sealed record PostKeptByUndo(Guid Id, string Reason);
