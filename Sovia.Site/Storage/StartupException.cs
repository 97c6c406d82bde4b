namespace Sovia.Storage;

/// <summary>The site or a command cannot do its work; the message says why and what to do, for the person at the terminal.</summary>
/// <param name="message">A sentence or two, without a stack trace.</param>
/// <param name="inner">What was found, where it was an exception.</param>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
