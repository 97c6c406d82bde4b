namespace Sovia.Query.Lists;

/// <summary>Thrown when a search exceeds its time-out in the database.</summary>
public sealed class SearchTimeoutException(Exception inner) : Exception("The search takes too long.", inner);
