namespace Sovia.Query.Lists;

/// <summary>A search that the database would have worked on for longer than anybody should wait.</summary>
public sealed class SearchTimeoutException(Exception inner) : Exception("The search takes too long.", inner);
