namespace Sovia.Curation;

/// <summary>A batch was undone while it was still being written.</summary>
public sealed class BatchUndoneException() : Exception("The batch was undone while it was being applied.");
