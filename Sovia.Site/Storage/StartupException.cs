namespace Sovia.Storage;

/// <summary>Thrown when the site or a command cannot start. The message tells the user at the terminal why, and what to do.</summary>
/// <param name="message">A sentence or two, without a stack trace.</param>
/// <param name="inner">The underlying exception, if any.</param>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
