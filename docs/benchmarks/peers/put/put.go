// Puts values into etcd, each caller one after the other, and prints what it came to as JSON. All goes to the member
// that leads, by etcd's own client; etcd's benchmark tool is in no package.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strings"
	"sync"
	"time"

	"go.etcd.io/etcd/clientv3"
)

var (
	endpoints   = flag.String("endpoints", "", "URLs of all members, with commas")
	callers     = flag.Int("callers", 1, "puts under way at the same time")
	connections = flag.Int("connections", 1, "that the callers share")
	keys        = flag.Int("keys", 100000, "between which is chosen evenly")
	valueBytes  = flag.Int("bytes", 256, "of a value")
	warmUp      = flag.Duration("warm-up", 20*time.Second, "before anything is measured")
	measured    = flag.Duration("measured", 20*time.Second, "how long")
)

func main() {
	flag.Parse()
	leader := leaderOf(strings.Split(*endpoints, ","))
	clients := make([]*clientv3.Client, *connections)
	for i := range clients {
		clients[i] = open(leader)
		defer clients[i].Close()
	}

	start := time.Now().Add(*warmUp)
	end := start.Add(*measured)
	taken := make([][]time.Duration, *callers)
	var all sync.WaitGroup
	for i := range taken {
		all.Add(1)
		go func(caller int) {
			defer all.Done()
			taken[caller] = put(clients[caller%len(clients)], int64(caller), start, end)
		}(i)
	}
	all.Wait()
	report(taken)
}

// put puts until end, and returns how long each took that was answered between start and end.
func put(client *clientv3.Client, seed int64, start, end time.Time) []time.Duration {
	chance := rand.New(rand.NewSource(seed))
	value := make([]byte, *valueBytes)
	var taken []time.Duration
	for {
		chance.Read(value)
		key := fmt.Sprintf("%08d", chance.Intn(*keys))
		begun := time.Now()
		if begun.After(end) {
			return taken
		}
		if _, err := client.Put(context.Background(), key, string(value)); err != nil {
			fail(err)
		}
		if answered := time.Now(); answered.After(start) && answered.Before(end) {
			taken = append(taken, answered.Sub(begun))
		}
	}
}

// report prints puts a second, and what so much of them did not exceed.
func report(taken [][]time.Duration) {
	var sorted []time.Duration
	for _, each := range taken {
		sorted = append(sorted, each...)
	}
	if len(sorted) == 0 {
		fail(fmt.Errorf("nothing was put"))
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	atMost := func(part float64) float64 {
		return sorted[int(part*float64(len(sorted)-1))].Seconds() * 1000
	}
	json.NewEncoder(os.Stdout).Encode(map[string]float64{
		"perSecond": float64(len(sorted)) / measured.Seconds(),
		"p50Millis": atMost(0.5),
		"p99Millis": atMost(0.99),
		"maxMillis": atMost(1),
	})
}

func leaderOf(members []string) string {
	for _, member := range members {
		client := open(member)
		status, err := client.Status(context.Background(), member)
		client.Close()
		if err == nil && status.Leader == status.Header.MemberId {
			return member
		}
	}
	fail(fmt.Errorf("no member leads"))
	return ""
}

func open(endpoint string) *clientv3.Client {
	client, err := clientv3.New(clientv3.Config{Endpoints: []string{endpoint}, DialTimeout: 5 * time.Second})
	if err != nil {
		fail(err)
	}
	return client
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "put:", err)
	os.Exit(1)
}
