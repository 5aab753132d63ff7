namespace HelpDesk.Email.Protocols.Clients;

/// <summary>Takes the octets of a mail while they come in from the server.</summary>
/// <remarks>
/// The stream is of no use once the method has returned; what was not read of it is thrown away. It stands in memory by a few
/// kilobytes at a time: <see cref="Stream.CopyToAsync(Stream)"/> writes them to their place without another copy. When the
/// method throws, the connection is closed and the exception goes on to the caller.
/// </remarks>
/// <typeparam name="TContent">What is made of them.</typeparam>
/// <param name="octets">The octets; forward only.</param>
/// <param name="length">How many there are, where the protocol tells (IMAP does, POP3 does not).</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate ValueTask<TContent> ContentReader<TContent>(Stream octets, long? length, CancellationToken cancellationToken);
