using System.Text;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Tests.Sasl;

public sealed class SaslExchangeTests
{
    private static MailCredential Zoe { get; } = MailCredential.Password("zoë", "pässword");

    [Fact]
    public void Plain_carries_names_beyond_ASCII_as_UTF8()
    {
        var exchange = Exchange(SaslMechanism.Plain, Zoe);
        Assert.Equal("\0zoë\0pässword", Decode(exchange.InitialResponse!));
        Assert.Null(exchange.Answer(string.Empty));
    }

    [Fact]
    public void Login_answers_two_questions_whatever_they_are_called()
    {
        var exchange = Exchange(SaslMechanism.Login, Zoe);
        Assert.Null(exchange.InitialResponse);
        Assert.Equal("zoë", Decode(exchange.Answer("VXNlcm5hbWU6")!));
        Assert.Equal("pässword", Decode(exchange.Answer("Kennwort")!));
        Assert.Null(exchange.Answer("more"));
    }

    [Fact]
    public void OAuthBearer_names_server_and_user_and_escapes_commas()
    {
        var exchange = Exchange(SaslMechanism.OAuthBearer, MailCredential.AccessToken("a,b=c", "tok"));
        Assert.Equal("n,a=a=2Cb=3Dc,\u0001host=mail.example.test\u0001port=993\u0001auth=Bearer tok\u0001\u0001", Decode(exchange.InitialResponse!));
        Assert.Equal("AQ==", exchange.Answer(Convert.ToBase64String("{\"status\":\"invalid_token\"}"u8)));
        Assert.Equal("{\"status\":\"invalid_token\"}", exchange.FailureDetail);
        Assert.Null(exchange.Answer(string.Empty));
    }

    [Fact]
    public void XOAuth2_answers_the_reason_of_a_refusal_with_nothing()
    {
        var exchange = Exchange(SaslMechanism.XOAuth2, MailCredential.AccessToken("ann", "tok"));
        Assert.Equal("user=ann\u0001auth=Bearer tok\u0001\u0001", Decode(exchange.InitialResponse!));
        Assert.Equal(string.Empty, exchange.Answer("not base64!"));
        Assert.Null(exchange.FailureDetail);
    }

    [Fact]
    public void Every_message_with_the_secret_is_known_to_the_mask()
    {
        var mask = new SecretMask();
        var exchange = new SaslExchange(SaslMechanism.Plain, Zoe, "mail.example.test", 993, mask);
        Assert.Equal("*** and *** and zoë", mask.Apply($"{exchange.InitialResponse} and pässword and zoë"));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("x", "")]
    [InlineData("x", "hun\0ter")]
    [InlineData("x", "hun\r\nter")]
    [InlineData("x\n", "hunter")]
    public void A_credential_that_could_break_a_line_is_refused_and_not_repeated(string user, string secret)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(() => MailCredential.Password(user, secret));
        Assert.DoesNotContain("hun", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_credential_shows_no_secret() => Assert.Equal("zoë (password)", Zoe.ToString());

    private static SaslExchange Exchange(SaslMechanism mechanism, MailCredential credential) => new(mechanism, credential, "mail.example.test", 993, new SecretMask());

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
