package io.pilotwatch.compliancealert.delivery;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * An attacker's own name server, a real one on UDP: what a name stands for changes with each question, and nobody may keep
 * an answer. {@link AttackersResolver} has the virtual machine ask it.
 */
final class RebindingNames implements AutoCloseable {

    private static final int NO_TIME_AT_ALL = 0;

    /** Of a name: how often its IPv4 address was asked for, and what is answered to which question, from 1. */
    private record Zone(AtomicInteger questions, IntFunction<List<String>> answers) {}

    private final Map<String, Zone> zones = new ConcurrentHashMap<>();
    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);

    RebindingNames() throws InterruptedException {
        var bound = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(new ChannelInitializer<DatagramChannel>() {
                    @Override
                    protected void initChannel(DatagramChannel channel) {
                        channel.pipeline()
                                .addLast(new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder(), answering());
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", 0))
                .sync()
                .channel();
        AttackersResolver.ask(((InetSocketAddress) bound.localAddress()).getPort());
    }

    /** A name that stands for this from now on. */
    void answer(String name, String... addresses) {
        answer(name, question -> List.of(addresses));
    }

    void answer(String name, IntFunction<List<String>> answers) {
        zones.put(name, new Zone(new AtomicInteger(), answers));
    }

    /** How often it was asked what the name stands for, since that was last said. */
    int questions(String name) {
        return zones.get(name).questions().get();
    }

    private SimpleChannelInboundHandler<DatagramDnsQuery> answering() {
        return new SimpleChannelInboundHandler<>() {
            @Override
            protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
                DnsQuestion question = query.recordAt(DnsSection.QUESTION);
                var answer = new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
                answer.addRecord(DnsSection.QUESTION, question);
                found(question)
                        .forEach(address -> answer.addRecord(
                                DnsSection.ANSWER,
                                new DefaultDnsRawRecord(
                                        question.name(),
                                        question.type(),
                                        NO_TIME_AT_ALL,
                                        Unpooled.wrappedBuffer(address.getAddress()))));
                context.writeAndFlush(answer);
            }
        };
    }

    private List<InetAddress> found(DnsQuestion question) {
        var zone = zones.get(question.name().replaceAll("\\.$", ""));
        if (zone == null) {
            return List.of();
        }
        boolean four = question.type().equals(DnsRecordType.A);
        int number = four
                ? zone.questions().incrementAndGet()
                : Math.max(1, zone.questions().get());
        return zone.answers().apply(number).stream()
                .map(InetAddress::ofLiteral)
                .filter(address -> (address.getAddress().length == 4) == four)
                .toList();
    }

    @Override
    public void close() {
        AttackersResolver.ask(0);
        threads.shutdownGracefully();
    }
}
